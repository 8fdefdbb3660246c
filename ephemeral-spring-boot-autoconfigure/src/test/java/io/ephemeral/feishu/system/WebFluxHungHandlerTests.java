package io.ephemeral.feishu.system;

import org.springframework.boot.WebApplicationType;

class WebFluxHungHandlerTests extends HttpHungHandlerContract {

	@Override
	WebApplicationType type() {
		return WebApplicationType.REACTIVE;
	}

}
