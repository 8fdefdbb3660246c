package io.ephemeral.feishu.system;

import io.ephemeral.feishu.simulator.ConnectionMessage;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.PushedEvent;

import org.springframework.boot.WebApplicationType;

class LongConnectionCallbackTests extends CallbackContract {

	@Override
	WebApplicationType type() {
		return WebApplicationType.NONE;
	}

	@Override
	String[] properties() {
		return new String[] { "feishu.long-connection.enabled=true" };
	}

	@Override
	Delivery deliver(String id, String body) {
		FeishuSimulator feishu = application().getBean(FeishuSimulator.class);
		feishu.longConnections().push(ConnectionMessage.of(body));
		PushedEvent event = feishu.pushedEvents()
			.stream()
			.filter((pushed) -> pushed.id().equals(id))
			.reduce((earlier, later) -> later)
			.orElseThrow();
		return new Delivery(event.status(), event.answer());
	}

}
