package io.ephemeral.feishu.autoconfigure;

import org.springframework.boot.WebApplicationType;

class WebFluxTraceTests extends TraceContract {

	@Override
	WebApplicationType type() {
		return WebApplicationType.REACTIVE;
	}

}
