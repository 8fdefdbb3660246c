-- Returns cards that are due, and postpones them.
-- KEYS: sorted set of the times, hash of the cards.
-- ARGV: how much later than now it is for the caller, time until the cards are due again, both in milliseconds; limit.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local cards = {}
for _, message in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now + ARGV[1], 'LIMIT', 0, ARGV[3])) do
	local card = redis.call('HGET', KEYS[2], message)
	if card then
		cards[#cards + 1] = card
		redis.call('ZADD', KEYS[1], now + ARGV[2], message)
	else
		redis.call('ZREM', KEYS[1], message)
	end
end
return cards
