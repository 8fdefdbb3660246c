-- Claims a callback, unless another owner has claimed it or its answer is kept.
-- ARGV: owner; lease in milliseconds. Returns nothing if the callback is the owner's, else the stored value.
local stored = redis.call('GET', KEYS[1])
local claim = 'claim:' .. ARGV[1]
if stored and stored ~= claim then
	return stored
end
redis.call('SET', KEYS[1], claim, 'PX', ARGV[2])
return false
