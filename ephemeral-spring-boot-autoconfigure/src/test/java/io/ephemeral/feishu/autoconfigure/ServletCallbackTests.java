package io.ephemeral.feishu.autoconfigure;

import org.springframework.boot.WebApplicationType;

class ServletCallbackTests extends CallbackContract {

	@Override
	WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

}
