-- Strings, numbers, errors, coroutines, files and time: what a library must get right.
print(string.format("%5.2f %g %a %q %x", math.pi, 1e100, 0.1, "a\nb\0c", 255))
print(pcall(error, "x"))
print(pcall(function() local x = nil; return x.y end))
print(xpcall(function() error { code = 5 } end, function(e) return e.code end))
for word in ("the quick brown fox"):gmatch("%a+") do io.write(word:upper(), " ") end
print((("x=1, y=2"):gsub("(%w+)=(%w+)", "%2=%1")))
local wrapped = coroutine.wrap(function(a)
  for i = 1, 5 do a = coroutine.yield(a * i) end
  error("in a coroutine")
end)
for i = 1, 5 do io.write(wrapped(i), " ") end
print(pcall(wrapped, 1))

local sorted = {}
for i = 1, 1000 do sorted[i] = (i * 7919) % 1009 end
table.sort(sorted)
print(sorted[1], sorted[500], sorted[1000], table.concat(sorted, ",", 1, 10))
print(utf8.char(228, 8364, 0x1F600), utf8.len("\xC3\xA4\xC3\xB6"))
print(load("return 1 + 1")(), load("x x"))
print(string.pack("<i4d", 7, 1.5):byte(1, -1))
print(math.maxinteger // -1, 7 // 2.0, -7 % 3, 1 << 62, "10" + 5, 2 ^ 53)
print(pcall(string.rep, "x", 1 << 40))

local function depth(n) return n == 0 and 0 or 1 + depth(n - 1) end
local function forever() return 1 + forever() end
print(depth(10000), pcall(forever))

local file = assert(io.open("made.txt", "w"))
for i = 1, 5000 do file:write(i, "\t", i * i, "\n") end
file:close()
local length = 0
for line in io.lines("made.txt") do length = length + #line end
file = io.open("made.txt", "r+b")
print(length, file:seek("end"), file:seek("set", 100), file:read("l", "n", 5))
file:seek("set", 0)
file:write("HEAD")
file:close()
-- Numbers of errors are the system's own, so only the messages are shown.
print((select(2, io.open("none.txt"))), (select(2, os.remove("none"))))
print(os.rename("made.txt", "moved.txt"))
local temporary = io.tmpfile()
temporary:write("abc")
temporary:seek("set")
print(temporary:read("a"))
print(os.time { year = 2020, month = 1, day = 1, hour = 12 }, os.date("!%Y-%m-%d", 86400 * 365))
os.exit(3)
