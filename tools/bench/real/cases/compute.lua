-- Something to compute, in tables, floats and strings.
local function queens(n)
  local count, columns, up, down = 0, {}, {}, {}
  local function place(row)
    if row > n then count = count + 1 return end
    for i = 1, n do
      if not columns[i] and not up[row + i] and not down[row - i] then
        columns[i], up[row + i], down[row - i] = true, true, true
        place(row + 1)
        columns[i], up[row + i], down[row - i] = nil, nil, nil
      end
    end
  end
  place(1)
  return count
end
print(queens(9))

local size, sum = 150, 0
local function matrix(element)
  local rows = {}
  for i = 1, size do
    rows[i] = {}
    for j = 1, size do rows[i][j] = element(i, j) end
  end
  return rows
end
local a = matrix(function(i, j) return i / j end)
local b = matrix(function(i, j) return i - j end)
for i = 1, size do
  for j = 1, size do
    local x = 0
    for k = 1, size do x = x + a[i][k] * b[k][j] end
    sum = sum + x
  end
end
print(string.format("%.17g", sum))

local parts, counts = {}, {}
for i = 1, 300000 do parts[#parts + 1] = tostring(i * i % 977) end
local text = table.concat(parts)
for digit in text:gmatch(".") do counts[digit] = (counts[digit] or 0) + 1 end
print(#text, text:sub(-20), counts["0"], counts["9"])

local function tree(depth)
  if depth == 0 then return {} end
  return { tree(depth - 1), tree(depth - 1) }
end
local function count(node) return node[1] and 1 + count(node[1]) + count(node[2]) or 1 end
print(count(tree(15)))
