package io.ephemeral.feishu.limit.exchange;

import java.time.Duration;

class InMemorySlotExchangeTests extends SlotExchangeContract {

	private long now;

	private SlotExchange exchange = new InMemorySlotExchange(() -> this.now);

	@Override
	protected SlotExchange exchange() {
		return this.exchange;
	}

	@Override
	protected void pass(Duration time) {
		this.now += time.toNanos();
	}

	@Override
	protected void loseState() {
		this.exchange = new InMemorySlotExchange(() -> this.now);
	}

}
