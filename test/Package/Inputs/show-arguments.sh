#!/bin/sh
# Stands for the compiler: prints each argument in brackets.
printf '[%s] ' "$@"
echo
