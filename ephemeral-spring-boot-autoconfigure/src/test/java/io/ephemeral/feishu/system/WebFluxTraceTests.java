package io.ephemeral.feishu.system;

import org.springframework.boot.WebApplicationType;

class WebFluxTraceTests extends TraceContract {

	@Override
	WebApplicationType type() {
		return WebApplicationType.REACTIVE;
	}

}
