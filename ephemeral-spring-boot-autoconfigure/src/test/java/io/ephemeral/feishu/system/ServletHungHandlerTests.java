package io.ephemeral.feishu.system;

import org.springframework.boot.WebApplicationType;

class ServletHungHandlerTests extends HungHandlerContract {

	@Override
	WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

}
