-- Saves an app ticket, unless a later one is there.
-- ARGV: time of the push in milliseconds; sealed ticket; life in milliseconds.
local stored = redis.call('HGET', KEYS[1], 'pushedAt')
if stored and tonumber(stored) > tonumber(ARGV[1]) then
	return 0
end
redis.call('HSET', KEYS[1], 'pushedAt', ARGV[1], 'ticket', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1
