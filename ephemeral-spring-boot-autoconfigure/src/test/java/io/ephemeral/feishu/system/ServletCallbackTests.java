package io.ephemeral.feishu.system;

import org.springframework.boot.WebApplicationType;

class ServletCallbackTests extends HttpCallbackContract {

	@Override
	WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

}
