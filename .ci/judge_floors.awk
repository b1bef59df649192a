# Prints each figure of the second file with its floor from the first, and whether it holds; exit code 1 if one does not,
# or was not measured. Both are tables of name and value. -v only=PATTERN, -v but=PATTERN: the floors that are judged.
BEGIN { FS = "\t" }
FILENAME == ARGV[1] {
  if (!/^#/ && FNR > 1 && (!only || $1 ~ only) && (!but || $1 !~ but)) floor[$1] = $2
  next
}
{
  held = !($1 in floor) || $2 + 0 >= floor[$1] + 0
  printf "%-28s %6s   %s\n", $1, $2, ($1 in floor) ? "floor " floor[$1] (held ? "" : "   TOO LOW") : ""
  seen[$1] = 1
  if (!held) low = 1
}
END {
  for (figure in floor) if (!(figure in seen)) { print figure " was not measured"; low = 1 }
  exit low
}
