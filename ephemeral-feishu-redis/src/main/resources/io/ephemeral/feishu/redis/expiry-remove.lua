-- Removes the expiry of a card. KEYS: sorted set of the times, hash of the cards. ARGV: message.
redis.call('ZREM', KEYS[1], ARGV[1])
return redis.call('HDEL', KEYS[2], ARGV[1])
