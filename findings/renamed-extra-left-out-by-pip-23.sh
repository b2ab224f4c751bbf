#!/usr/bin/env bash
# pip 23.0 to 23.2.1 leave out an extra that is asked for by the old spelling of its name.
#
# Seen with lxml 6.1.3 and justext 3.0.2 on CPython 3.11: since 5.4, lxml's metadata spell the extra
# "html-clean", as the rules for names now ask; before, "html_clean". justext asks for "lxml[html_clean]",
# which those rules call the same. pip up to 23.2.1 compares the letters, prints
#
#     WARNING: lxml 6.1.3 does not provide the extra 'html_clean'
#
# goes on, and ends with status 0; `pip check` then finds nothing broken, and "import justext" fails with
#
#     ImportError: lxml.html.clean module is now a separate project lxml_html_clean.
#
# pip 23.3 installs lxml_html_clean too. For us this meant: no web page could be read. Remedy: name
# lxml-html-clean among the dependencies, beside whatever asks for the extra.
#
# Needs python3.11 and a package index. Ends with status 1 when any of this has changed.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
export PIP_DISABLE_PIP_VERSION_CHECK=1

fail() {
  echo "changed: $1"
  exit 1
}

with_pip() { # installs both packages with one version of pip; what was printed is kept in a file
  "${PYTHON:-python3.11}" -m venv "pip-$1"
  "pip-$1/bin/python" -m pip install --quiet "pip==$1" 2> /dev/null
  "pip-$1/bin/python" -m pip install "lxml==6.1.3" "justext==3.0.2" > "pip-$1.txt" 2>&1
}

for old in 23.0 23.2.1; do
  with_pip "$old"
  grep "does not provide the extra 'html_clean'" "pip-$old.txt" || fail "pip $old does not warn"
  "pip-$old/bin/python" -m pip check || fail "pip $old check finds something broken"
  if "pip-$old/bin/python" -c "import justext" 2> import.txt; then fail "pip $old: justext can be imported"; fi
  grep "is now a separate project lxml_html_clean" import.txt || fail "pip $old: justext fails otherwise"
done

with_pip 23.3
"pip-23.3/bin/python" -c "import justext" || fail "pip 23.3 leaves the extra out too"
echo "as seen: pip 23.0 and 23.2.1 leave the extra out, pip 23.3 installs it"
