package io.ephemeral.feishu.system;

import org.springframework.boot.WebApplicationType;

class WebFluxCallbackTests extends HttpCallbackContract {

	@Override
	WebApplicationType type() {
		return WebApplicationType.REACTIVE;
	}

}
