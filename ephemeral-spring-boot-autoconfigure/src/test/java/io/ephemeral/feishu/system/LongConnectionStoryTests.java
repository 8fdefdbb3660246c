package io.ephemeral.feishu.system;

import org.springframework.boot.WebApplicationType;

/**
 * The story without any web server.
 */
class LongConnectionStoryTests extends StoryContract {

	@Override
	WebApplicationType type() {
		return WebApplicationType.NONE;
	}

	@Override
	boolean isOverLongConnection() {
		return true;
	}

}
