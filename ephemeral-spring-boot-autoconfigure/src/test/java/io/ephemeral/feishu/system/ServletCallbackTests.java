package io.ephemeral.feishu.system;

import org.springframework.boot.WebApplicationType;

class ServletCallbackTests extends CallbackContract {

	@Override
	WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

}
