package io.ephemeral.feishu.system;

import org.springframework.boot.WebApplicationType;

class WebFluxStoryTests extends StoryContract {

	@Override
	WebApplicationType type() {
		return WebApplicationType.REACTIVE;
	}

}
