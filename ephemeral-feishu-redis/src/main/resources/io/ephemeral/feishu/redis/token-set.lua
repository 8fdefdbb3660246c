-- Sets a token if the expected one is there.
-- ARGV: mark of the secret; mark of the expected token, or empty for none; new value, or empty for none; its life in ms.
-- A value begins with the mark of the secret that sealed it. One of another secret counts as absent.
local stored = redis.call('GET', KEYS[1])
local secret, expected, update, life = ARGV[1], ARGV[2], ARGV[3], ARGV[4]

if stored and stored:sub(1, #secret) ~= secret then
	stored = false
end
if expected == '' then
	if stored then
		return 0
	end
elseif not stored or stored:sub(#secret + 1, #secret + #expected) ~= expected then
	return 0
end

if update == '' then
	redis.call('DEL', KEYS[1])
else
	redis.call('SET', KEYS[1], update, 'PX', life)
end
return 1
