package io.ephemeral.feishu.test.lunch;

import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.callback.around.CardActionAdvice;
import io.ephemeral.feishu.callback.around.CardExceptionHandler;

@CardActionAdvice
class LunchAdvice {

	@CardExceptionHandler
	CardActionReply soldOut(SoldOutException ex) {
		return CardActionReply.warning("Sold out");
	}

	static final class SoldOutException extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
