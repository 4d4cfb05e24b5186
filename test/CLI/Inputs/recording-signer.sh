#!/bin/sh
# Stands in for codesign and rcodesign: writes down what it was started with, beside itself.
for argument in "$@"; do
  echo "$argument"
  file=$argument
done > "${0%/*}/arguments"
echo "certificate" >> "$file"
