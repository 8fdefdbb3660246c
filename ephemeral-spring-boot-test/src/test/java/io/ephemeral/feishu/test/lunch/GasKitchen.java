package io.ephemeral.feishu.test.lunch;

import org.springframework.stereotype.Component;

/**
 * Kitchen that a test of handlers must not light.
 */
@Component
class GasKitchen implements Kitchen {

	GasKitchen() {
		throw new IllegalStateException("No gas");
	}

	@Override
	public void cook(String dish) {
	}

}
