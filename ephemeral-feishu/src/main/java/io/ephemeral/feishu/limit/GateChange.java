package io.ephemeral.feishu.limit;

/**
 * Change of the gates after the end of a call with a permit.
 */
@FunctionalInterface
interface GateChange {

	GateChange ANSWERED = (slots, turn, now) -> slots.passed(turn, true);

	GateChange RELEASED = (slots, turn, now) -> slots.passed(turn, false);

	void apply(TargetSlots slots, Turn turn, long now);

}
