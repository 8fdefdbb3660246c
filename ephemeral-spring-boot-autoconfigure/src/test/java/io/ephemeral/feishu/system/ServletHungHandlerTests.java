package io.ephemeral.feishu.system;

import org.springframework.boot.WebApplicationType;

class ServletHungHandlerTests extends HttpHungHandlerContract {

	@Override
	WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

}
