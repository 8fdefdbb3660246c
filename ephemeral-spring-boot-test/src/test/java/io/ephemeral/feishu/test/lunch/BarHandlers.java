package io.ephemeral.feishu.test.lunch;

import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionReply;

import org.springframework.stereotype.Component;

@Component
class BarHandlers {

	@CardAction("tea")
	CardActionReply tea() {
		return CardActionReply.success("Green tea");
	}

}
