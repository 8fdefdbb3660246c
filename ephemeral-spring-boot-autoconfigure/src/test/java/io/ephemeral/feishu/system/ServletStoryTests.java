package io.ephemeral.feishu.system;

import org.springframework.boot.WebApplicationType;

class ServletStoryTests extends StoryContract {

	@Override
	WebApplicationType type() {
		return WebApplicationType.SERVLET;
	}

}
