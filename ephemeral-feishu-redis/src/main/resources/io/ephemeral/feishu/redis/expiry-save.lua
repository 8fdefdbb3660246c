-- Saves the expiry of a card.
-- KEYS: sorted set of the times, hash of the cards. ARGV: message; card; time until it is due, in milliseconds.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
redis.call('ZADD', KEYS[1], now + ARGV[3], ARGV[1])
return 1
