package io.ephemeral.feishu.system;

import org.springframework.boot.WebApplicationType;

class ServletTraceTests extends TraceContract {

	@Override
	WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

}
