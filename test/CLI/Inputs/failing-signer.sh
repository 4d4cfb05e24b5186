#!/bin/sh
echo "some progress"
echo "error: no such identity" >&2
exit 3
