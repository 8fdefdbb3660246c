package io.ephemeral.feishu.limit;

/**
 * Creates the slots of an operation in a tenant.
 */
@FunctionalInterface
interface SlotFactory {

	Slots create(SlotScope scope, SlotContext context);

}
