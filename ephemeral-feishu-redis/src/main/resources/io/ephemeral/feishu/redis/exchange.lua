-- One exchange of an instance, for one operation in one tenant. SlotExchange has the rules,
-- and SharedOperation and SlotRound are the same in Java. Times are in microseconds: instants
-- by the clock of this server, and durations in the request and in the answer.

local stateKey, arrivalsKey, targetsKey, instancesKey, quotaKey = unpack(KEYS)
local request = cjson.decode(ARGV[1])

local UNKNOWN = math.huge -- an instant that depends on a call in progress
local QUIET = 2200000 -- all instances report in this time what they sent without the exchange
local IN_SERVICE = 300000 -- longest pause between two requests of an exchange in use
local RECENT = 60000000 -- an instance counts for this time, and so does the history
local HISTORY = 20 -- entries of the history if the largest window is full
local INTERACTIVE_IN_A_ROW = 9 -- between two bulk calls while both priorities wait
local DEMAND = 160000 -- a demand ends after this time beyond the expected next request
local PAUSE = 250000 -- longest time between two requests of an instance with waiting calls
local CALM_PAUSE = 500000 -- the same while no slot opens in the next second
local FIRST_WAIT = 1000000 -- of a closed gate; it doubles with each refused probe
local MOST_DOUBLINGS = 6
local JITTER = 0.1 -- part of the wait of a closed gate
local SWEEP = 5000000 -- time between two searches for targets without calls
local LIFETIME = 180000000 -- of the state without requests
local PART = 1000 -- most arguments of one command

local function readHash(key)
  local fields = redis.call('HGETALL', key)
  local hash = {}
  for i = 1, #fields, 2 do
    hash[fields[i]] = fields[i + 1]
  end
  return hash
end

local function listOrNil(list)
  return (#list > 0) and list or nil -- cjson writes an empty list as an object
end

local function durationUntil(instant, now)
  return (instant < UNKNOWN) and math.max(0, instant - now) or nil
end

-- State ------------------------------------------------------------------------------------

local packedState = redis.call('GET', stateKey)
local state = packedState and cmsgpack.unpack(packedState) or {}
local time = redis.call('TIME')
local now = math.max(time[1] * 1000000 + time[2], state.now or 0)
local grantUntil = now + request.lookAhead

local instances = {}
for id, packed in pairs(readHash(instancesKey)) do
  instances[id] = cmsgpack.unpack(packed)
end

local function openGate()
  return { since = 0, opens = 0, refusals = 0, probe = '' }
end

local OPEN = openGate() -- of all targets without a refusal; it never changes

local packedQuota = redis.call('GET', quotaKey)
local quota = packedQuota and cmsgpack.unpack(packedQuota) or openGate()

-- Returns whether this server lost writes that an instance saw, as a replica may have.
local function lostWrites(exchanges)
  local own = instances[request.instance]
  return exchanges > state.exchanges or (own and exchanges > own.exchange)
end

local knownEpoch, knownExchanges = string.match(request.epoch or '', '^(.*):(%d+)$')
if not state.epoch or (knownEpoch == state.epoch and lostWrites(tonumber(knownExchanges))) then
  redis.call('DEL', arrivalsKey, targetsKey, instancesKey)
  instances = {}
  state = {
    exchanges = 0,
    servedSince = now,
    servedAt = now,
    quietUntil = now,
    sweptAt = now,
    closedUntil = 0, -- latest opening of a gate
    interactiveInARow = 0,
    gate = openGate()
  }
end
local forgotten = request.epoch ~= nil and (knownEpoch or request.epoch) ~= state.epoch
state.epoch = state.epoch or request.newEpoch
state.exchanges = state.exchanges + 1
state.now = now

-- Counts: what counts in the windows of the operation or of a target ---------------------------

-- Arrivals are doubles in a string, in ascending order, so that a search decodes only a few.
local function newCount(windows, arrivals)
  local capacity = 0
  for _, window in ipairs(windows) do
    capacity = math.max(capacity, window.calls)
  end
  return { windows = windows, capacity = capacity, arrivals = arrivals, size = #arrivals / 8, held = 0 }
end

-- Returns the n-th arrival from the end.
local function last(count, n)
  return (struct.unpack('>d', count.arrivals, 8 * (count.size - n) + 1))
end

local function arrivedAfter(count, instant)
  local low, high = 0, count.size
  while low < high do
    local middle = math.ceil((low + high) / 2)
    if last(count, middle) > instant then
      low = middle
    else
      high = middle - 1
    end
  end
  return low
end

local function addArrival(count, instant)
  if count.capacity > 0 then
    count.added = count.added or {}
    count.added[#count.added + 1] = instant
  end
end

-- Inserts the added arrivals, and repeats the later ones behind them.
local function mergeArrivals(count)
  local tail = count.added
  if tail then
    table.sort(tail)
    local later = arrivedAfter(count, tail[1])
    for n = 1, later do
      tail[#tail + 1] = last(count, n)
    end
    table.sort(tail)
    for i, instant in ipairs(tail) do
      tail[i] = struct.pack('>d', instant)
    end
    count.changedFrom = 8 * (count.size - later)
    count.arrivals = string.sub(count.arrivals, 1, count.changedFrom) .. table.concat(tail)
    if #count.arrivals > 16 * count.capacity then
      count.arrivals = string.sub(count.arrivals, -8 * count.capacity)
      count.changedFrom = 0
    end
    count.size = #count.arrivals / 8
    count.added = nil
  end
end

local function longest(windows)
  local length = 0
  for _, window in ipairs(windows) do
    length = math.max(length, window.length + request.headroom)
  end
  return length
end

local operation = newCount(request.app, redis.call('GET', arrivalsKey) or '')
for _, instance in pairs(instances) do
  for _, calls in pairs(instance.held) do
    operation.held = operation.held + calls
  end
end

local targets = {}

local function newTarget(name, packed)
  local arrivals, gate = '', nil
  if packed then
    arrivals, gate = cmsgpack.unpack(packed)
  end
  local target = newCount(request.target, arrivals)
  target.gate = gate or OPEN
  target.hasGate = gate
  target.stored = packed
  for _, instance in pairs(instances) do
    target.held = target.held + (instance.held[name] or 0)
  end
  targets[name] = target
  return target
end

local function targetOf(name)
  return targets[name] or newTarget(name, redis.call('HGET', targetsKey, name))
end

-- Calls a command with a long list, in parts that fit on the stack.
local function inParts(list, call)
  for from = 1, #list, PART do
    call(from, unpack(list, from, math.min(#list, from + PART - 1)))
  end
end

-- Reads the targets of the request at once.
local function readTargets()
  local names = {}
  for i, report in ipairs(request.targets) do
    names[i] = report.target
  end
  inParts(names, function(from, ...)
    for i, packed in ipairs(redis.call('HMGET', targetsKey, ...)) do
      newTarget(names[from + i - 1], packed)
    end
  end)
end

-- Returns the instant at which the next slot opens.
local function slotOpens(count)
  local opens = now
  for _, window in ipairs(count.windows) do
    local free = window.calls - count.held
    if free <= 0 then
      return UNKNOWN
    end
    if count.size >= free then
      opens = math.max(opens, last(count, free) + window.length + request.headroom)
    end
  end
  return opens
end

-- Returns the number of slots that open within the look-ahead.
local function openings(count, most)
  if not count.room then
    count.room = UNKNOWN
    for _, window in ipairs(count.windows) do
      local arrived = arrivedAfter(count, grantUntil - window.length - request.headroom)
      count.room = math.min(count.room, window.calls - arrived)
    end
  end
  return math.min(most, math.max(0, count.room - count.held))
end

-- Gates: closed by a refusal, until the platform accepts a probe ---------------------------------

local function isClosed(gate)
  return now < gate.opens or gate.probe ~= ''
end

local function gateOpens(gate)
  return (gate.probe ~= '') and UNKNOWN or gate.opens
end

local function gateState(gate)
  return isClosed(gate) and { closedFor = now - gate.since, opensIn = math.max(0, gate.opens - now) } or nil
end

local function passed(gate, probe, answered)
  if gate.probe == probe then
    gate.probe = ''
    if answered then
      gate.refusals = 0
      gate.opens = 0
    end
  end
end

local function close(gate, probe, retryAfter)
  if gate.refusals == 0 then
    gate.since = now
  end
  if gate.refusals == 0 or gate.probe == probe then
    gate.refusals = gate.refusals + 1
  end
  local wait = retryAfter or FIRST_WAIT * 2 ^ math.min(gate.refusals - 1, MOST_DOUBLINGS)
  local jitter = now % 1000 / 1000 * JITTER * wait -- the last digits of the time are random
  gate.opens = math.max(gate.opens, math.floor(now + wait + jitter))
  state.closedUntil = math.max(state.closedUntil, gate.opens)
end

local function probeOf(id, name)
  return id .. ' ' .. name
end

local function probeEnded(id, name, answered)
  local probe = probeOf(id, name)
  passed(quota, probe, answered)
  passed(state.gate, probe, answered)
  passed(targetOf(name).gate, probe, answered)
end

-- The instance with the probe of the quota may use another operation.
local function renewQuotaProbe()
  if quota.probe == '' then
    return
  end
  if string.find(quota.probe, request.instance, 1, true) == 1 then
    quota.probeUntil = now + request.lease
  elseif quota.probeUntil <= now then
    passed(quota, quota.probe, false)
  end
end

-- Instances: their slots and their demand --------------------------------------------------------

local function hold(instance, name, calls)
  local target = targetOf(name)
  instance.held[name] = (instance.held[name] or 0) + calls
  target.held = target.held + calls
  operation.held = operation.held + calls
end

-- Returns the number of calls that held a slot.
local function release(instance, name, calls)
  local target = targetOf(name)
  local held = instance.held[name] or 0
  local released = math.min(held, calls)
  instance.held[name] = (held > released) and held - released or nil
  target.held = target.held - released
  operation.held = operation.held - released
  return released
end

local function arrived(name, instant)
  addArrival(operation, instant)
  addArrival(targetOf(name), instant)
end

local unpacked = {} -- the demands of each instance

-- Returns the demands of an instance, with four places for each: the name of the target, the
-- interactive calls, the bulk calls, and the end of validity. They are unpacked on demand.
local function demandsOf(instance)
  local demands = unpacked[instance]
  if not demands then
    demands = (now <= instance.demandsUntil) and cmsgpack.unpack(instance.demands) or {}
    unpacked[instance] = demands
  end
  return demands
end

local function setDemands(instance, demands, last)
  unpacked[instance] = demands
  instance.demands = cmsgpack.pack(demands)
  instance.demandsUntil = last
end

-- Frees all slots. If they may have been used, they count as arrived.
local function releaseAll(id, instance, usedAt)
  local held = {}
  for name, calls in pairs(instance.held) do
    held[name] = calls
  end
  for name, calls in pairs(held) do
    release(instance, name, calls)
    for _ = 1, usedAt and calls or 0 do
      arrived(name, usedAt)
    end
    probeEnded(id, name, false)
  end
  setDemands(instance, {}, 0)
end

local function saveInstance(id)
  redis.call('HSET', instancesKey, id, cmsgpack.pack(instances[id]))
end

local function forgetInstance(id)
  instances[id] = nil
  redis.call('HDEL', instancesKey, id)
end

local function expireInstances()
  for id, instance in pairs(instances) do
    if instance.lease <= now then
      if next(instance.held) then
        releaseAll(id, instance, instance.lease)
        saveInstance(id)
      end
      if instance.seen < now - RECENT then
        forgetInstance(id)
      end
    end
  end
end

local function renew()
  local instance = instances[request.instance] or { held = {}, demands = '', demandsUntil = 0 }
  instance.lease = now + request.lease
  instance.seen = now
  instance.exchange = state.exchanges
  instances[request.instance] = instance
  return instance
end

-- Reports ------------------------------------------------------------------------------------------

local function giveUp(id)
  if instances[id] then
    releaseAll(id, instances[id], nil)
    forgetInstance(id)
  end
end

local function settle(instance, report)
  local arrivals = report.arrivals or {}
  for _, age in ipairs(arrivals) do
    arrived(report.target, now - age)
  end
  local released = #arrivals + (report.givenBack or 0)
  if released > 0 then
    release(instance, report.target, released)
  end
  if report.heldAnew then
    hold(instance, report.target, report.heldAnew)
  end
end

local function gateOf(refusal)
  if refusal.scope == 'QUOTA' then
    return quota
  elseif refusal.scope == 'TARGET' and refusal.target ~= '' then
    local target = targetOf(refusal.target)
    target.gate = (target.gate == OPEN) and openGate() or target.gate
    return target.gate
  end
  return state.gate
end

local function refused(refusal)
  close(gateOf(refusal), refusal.probe and probeOf(request.instance, refusal.target), refusal.retryAfter)
  if refusal.probe then
    probeEnded(request.instance, refusal.target, false)
  end
end

-- Grants: one slot for each target in turn, interactive calls before bulk calls --------------------

local own
local others = {}
local interactiveElsewhere -- calls of the other instances that wait, by target
local allElsewhere
local bulkElsewhere = 0
local wishes = {}
local bulk = 0 -- bulk calls of all wishes
local interactiveShare = 0
local share = 0
local grantableElsewhere -- interactive calls of others with slots, until the next grant

local NOBODY = { sum = 0 }

local function addCalls(list, calls)
  if calls > 0 then
    list[#list + 1] = calls
    list.sum = list.sum + calls
  end
end

-- Returns the calls of the other instances by target, with or without the bulk calls.
local function waitingElsewhere(bulkCounts)
  local byTarget = {}
  for _, other in ipairs(others) do
    local demands = demandsOf(other)
    for i = 1, #demands, 4 do
      if now <= demands[i + 3] then
        local list = byTarget[demands[i]]
        if not list then
          list = { sum = 0 }
          byTarget[demands[i]] = list
        end
        addCalls(list, demands[i + 1] + (bulkCounts and demands[i + 2] or 0))
        bulkElsewhere = bulkElsewhere + (bulkCounts and 0 or demands[i + 2])
      end
    end
  end
  return byTarget
end

local function readOthers()
  for id, instance in pairs(instances) do
    if id ~= request.instance then
      others[#others + 1] = instance
    end
  end
  interactiveElsewhere = waitingElsewhere(false)
  allElsewhere = (bulkElsewhere > 0) and waitingElsewhere(true) or interactiveElsewhere
end

-- Returns the calls of each other instance for which their targets have slots.
local function allGrantable(kind)
  local demands = { sum = 0 }
  for _, other in ipairs(others) do
    local calls = 0
    local list = demandsOf(other)
    for i = 1, #list, 4 do
      if now <= list[i + 3] then
        calls = calls + openings(targetOf(list[i]), list[i + 1] + ((kind == 'all') and list[i + 2] or 0))
      end
    end
    addCalls(demands, calls)
  end
  return demands
end

-- Returns a max-min fair share of the slots: small demands are met, and the others get equal parts.
local function fairShare(slots, demand, otherDemands)
  table.sort(otherDemands)
  local rest, waiting = slots, #otherDemands + 1
  for _, smaller in ipairs(otherDemands) do
    if smaller >= demand or smaller * waiting > rest then
      break
    end
    rest = rest - smaller
    waiting = waiting - 1
  end
  return math.min(demand, math.ceil(rest / waiting))
end

local function shareOf(count, demand, otherDemands)
  if demand == 0 then
    return 0
  end
  local all = demand + otherDemands.sum
  local slots = openings(count, all)
  return (slots < all) and fairShare(slots, demand, otherDemands) or demand
end

local function computeShares()
  if openings(operation, 1) == 0 then
    return
  end
  local interactive, all = 0, 0
  for _, wish in ipairs(wishes) do
    if openings(wish.to, 1) > 0 then
      wish.interactiveShare = shareOf(wish.to, wish.interactive, interactiveElsewhere[wish.name] or NOBODY)
      wish.share = shareOf(wish.to, wish.interactive + wish.bulk, allElsewhere[wish.name] or NOBODY)
      interactive = interactive + wish.interactiveShare
      all = all + wish.share
    end
  end
  if all > 0 then
    local isBulk = bulk + bulkElsewhere > 0
    interactiveShare = shareOf(operation, interactive, allGrantable('interactive'))
    share = isBulk and shareOf(operation, all, allGrantable('all')) or interactiveShare
  end
end

local function leave(wish, gate)
  if gate.refusals > 0 then
    wish.probe = true
    gate.probe = probeOf(request.instance, wish.name)
  end
end

local function grant(wish)
  local opens = math.max(slotOpens(operation), slotOpens(wish.to))
  if opens > grantUntil or isClosed(quota) or isClosed(state.gate) or isClosed(wish.to.gate) then
    return false
  end
  hold(own, wish.name, 1)
  grantableElsewhere = nil
  wish.openings = wish.openings or {}
  wish.openings[#wish.openings + 1] = opens - now
  leave(wish, quota)
  leave(wish, state.gate)
  leave(wish, wish.to.gate)
  renewQuotaProbe()
  wish.share = wish.share - 1
  share = share - 1
  return true
end

local function mayTakeBulk(wish)
  return wish.bulk > 0 and wish.share > 0 and share > 0
end

local function countInteractive()
  if bulk + bulkElsewhere > 0 then
    state.interactiveInARow = state.interactiveInARow + 1
  end
end

local function grantBulk(wish)
  if mayTakeBulk(wish) and grant(wish) then
    wish.bulk = wish.bulk - 1
    bulk = bulk - 1
    state.interactiveInARow = 0
    return true
  end
  return false
end

local function grantOneBulk()
  for _, wish in ipairs(wishes) do
    if grantBulk(wish) then
      return
    end
  end
end

local function grantInteractive(wish)
  if wish.interactive > 0 and interactiveShare > 0 and wish.interactiveShare > 0 and grant(wish) then
    interactiveShare = interactiveShare - 1
    wish.interactiveShare = wish.interactiveShare - 1
    wish.interactive = wish.interactive - 1
    countInteractive()
    return true
  end
  return false
end

-- Returns whether the interactive calls of other instances leave a slot.
local function isLeftForBulk(wish)
  if state.interactiveInARow >= INTERACTIVE_IN_A_ROW then
    return true
  end
  local inTarget = (interactiveElsewhere[wish.name] or NOBODY).sum
  local inAll = grantableElsewhere or allGrantable('interactive').sum
  grantableElsewhere = inAll
  return openings(operation, inAll + 1) > inAll and openings(wish.to, inTarget + 1) > inTarget
end

local function inTurns(grantOne)
  local progress = true
  while progress do
    progress = false
    for _, wish in ipairs(wishes) do
      progress = grantOne(wish) or progress
    end
  end
end

local function grantAll()
  computeShares()
  inTurns(function(wish)
    if state.interactiveInARow >= INTERACTIVE_IN_A_ROW then
      grantOneBulk()
    end
    return grantInteractive(wish)
  end)
  inTurns(function(wish)
    return mayTakeBulk(wish) and isLeftForBulk(wish) and grantBulk(wish)
  end)
end

local function operationOpens()
  return math.max(state.quietUntil, gateOpens(state.gate), gateOpens(quota), slotOpens(operation))
end

-- Returns the end of the demand of a wish, until the instance asks again.
local function validUntil(wish, opens)
  local wait = math.max(wish.opens, opens) - now - request.lookAhead
  local longest = (wait > 1000000) and CALM_PAUSE or PAUSE
  return now + DEMAND + ((wait < UNKNOWN) and math.min(longest, math.max(0, wait)) or 0)
end

-- Keeps what still waits, and the earlier demands for other targets.
local function remember()
  local demands, size, last = {}, 0, 0
  local function add(name, interactive, bulkCalls, valid)
    demands[size + 1], demands[size + 2], demands[size + 3], demands[size + 4] = name, interactive, bulkCalls, valid
    size = size + 4
    last = math.max(last, valid)
  end
  local asked = {}
  local opens = operationOpens()
  for _, wish in ipairs(wishes) do
    asked[wish.name] = true
    wish.opens = math.max(gateOpens(wish.to.gate), slotOpens(wish.to))
    if wish.interactive + wish.bulk > 0 then
      add(wish.name, wish.interactive, wish.bulk, validUntil(wish, opens))
    end
  end
  local earlier = demandsOf(own)
  for i = 1, #earlier, 4 do
    if now <= earlier[i + 3] and not asked[earlier[i]] then
      add(earlier[i], earlier[i + 1], earlier[i + 2], earlier[i + 3])
    end
  end
  setDemands(own, demands, last)
end

local function addWish(report)
  local wish = {
    name = report.target,
    to = targetOf(report.target),
    interactive = report.interactive or 0,
    bulk = report.bulk or 0,
    interactiveShare = 0,
    share = 0,
    probe = false
  }
  bulk = bulk + wish.bulk
  wishes[#wishes + 1] = wish
end

local function resultOf(wish)
  if wish.openings then
    table.sort(wish.openings)
  end
  return {
    openings = wish.openings,
    probe = wish.probe,
    opensIn = durationUntil(wish.opens, now),
    gate = gateState(wish.to.gate)
  }
end

-- Storage --------------------------------------------------------------------------------------

local function isForgettable(target)
  return target.held == 0 and not isClosed(target.gate)
      and (target.size == 0 or last(target, 1) + longest(request.target) <= now)
end

local function pack(target)
  if target.gate.refusals > 0 then
    return cmsgpack.pack(target.arrivals, target.gate)
  end
  return cmsgpack.pack(target.arrivals)
end

local function saveTargets()
  local changed, gone = {}, {}
  for name, target in pairs(targets) do
    if not isForgettable(target) then
      if target.changedFrom or target.hasGate or target.gate.refusals > 0 then
        changed[#changed + 1] = name
        changed[#changed + 1] = pack(target)
      end
    elseif target.stored then
      gone[#gone + 1] = name
    end
  end
  inParts(changed, function(_, ...)
    redis.call('HSET', targetsKey, ...)
  end)
  inParts(gone, function(_, ...)
    redis.call('HDEL', targetsKey, ...)
  end)
end

-- Reads all targets, so that those without calls are forgotten.
local function sweep()
  if now - state.sweptAt >= SWEEP then
    state.sweptAt = now
    for name, packed in pairs(readHash(targetsKey)) do
      if not targets[name] then
        newTarget(name, packed)
      end
    end
  end
end

local function saveArrivals()
  if operation.changedFrom == 0 then
    redis.call('SET', arrivalsKey, operation.arrivals)
  elseif operation.changedFrom then
    redis.call('SETRANGE', arrivalsKey, operation.changedFrom,
      string.sub(operation.arrivals, operation.changedFrom + 1))
  end
end

local function saveQuota()
  if quota.refusals > 0 then
    local lifetime = math.ceil((math.max(0, quota.opens - now) + LIFETIME) / 1000)
    redis.call('SET', quotaKey, cmsgpack.pack(quota), 'PX', lifetime)
  elseif packedQuota then
    redis.call('DEL', quotaKey)
  end
end

local function saveState()
  local needed = math.max(longest(request.app), longest(request.target), state.closedUntil - now)
  local lifetime = math.ceil((needed + LIFETIME) / 1000)
  redis.call('SET', stateKey, cmsgpack.pack(state), 'PX', lifetime)
  for _, key in ipairs({ arrivalsKey, targetsKey, instancesKey }) do
    redis.call('PEXPIRE', key, lifetime)
  end
end

-- Answer -----------------------------------------------------------------------------------------

local function recentCalls(step)
  local ages = {}
  for n = 1, math.min(operation.size, operation.capacity), step do
    local arrival = last(operation, n)
    if arrival <= now - RECENT then
      break
    end
    ages[#ages + 1] = math.max(0, now - arrival)
  end
  return ages
end

local function answer(results)
  local calls, recentInstances = 0, 0
  for _, instance in pairs(instances) do
    if instance.seen >= now - RECENT then
      recentInstances = recentInstances + 1
    end
  end
  for _, demands in pairs(allElsewhere) do
    calls = calls + demands.sum
  end
  local step = math.max(1, math.floor(operation.capacity / HISTORY))
  return cjson.encode({
    epoch = state.epoch .. ':' .. state.exchanges,
    forgotten = forgotten,
    targets = listOrNil(results),
    opensIn = durationUntil(operationOpens(), now),
    waiting = calls,
    instances = math.max(1, recentInstances),
    recent = listOrNil(recentCalls(step)),
    callsPerAge = step,
    operation = gateState(state.gate),
    quota = gateState(quota),
    fastest = state.fastest
  })
end

-- The exchange -------------------------------------------------------------------------------------

if now - state.servedAt > IN_SERVICE then
  state.servedSince = now
end
state.servedAt = now
if forgotten or state.servedSince > now - request.awayFor then
  state.quietUntil = math.max(state.quietUntil, now + QUIET)
end

local results = {}
if forgotten then
  readOthers()
else
  renewQuotaProbe()
  readTargets()
  own = renew()
  expireInstances()
  for _, id in ipairs(request.formerIds) do
    giveUp(id)
  end
  for _, report in ipairs(request.targets) do
    settle(own, report)
  end
  for _, refusal in ipairs(request.refusals) do
    refused(refusal)
  end
  if request.fastest then
    state.fastest = math.min(state.fastest or UNKNOWN, request.fastest)
  end
  mergeArrivals(operation)
  for _, target in pairs(targets) do
    mergeArrivals(target)
  end
  readOthers()
  for _, report in ipairs(request.targets) do
    if report.probe then
      probeEnded(request.instance, report.target, report.probe == 'ANSWERED')
    end
    addWish(report)
  end
  if now >= state.quietUntil then
    grantAll()
  end
  remember()
  for i, wish in ipairs(wishes) do
    results[i] = resultOf(wish)
  end
  saveInstance(request.instance)
  sweep()
  saveTargets()
  saveArrivals()
  saveQuota()
end
saveState()
return answer(results)
