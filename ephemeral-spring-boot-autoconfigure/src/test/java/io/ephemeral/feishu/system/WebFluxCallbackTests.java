package io.ephemeral.feishu.system;

import org.springframework.boot.WebApplicationType;

class WebFluxCallbackTests extends CallbackContract {

	@Override
	WebApplicationType type() {
		return WebApplicationType.REACTIVE;
	}

}
