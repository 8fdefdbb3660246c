package io.ephemeral.feishu.test.lunch;

import io.ephemeral.feishu.test.CardActionTest;
import io.ephemeral.feishu.test.TestClicks;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static io.ephemeral.feishu.test.FeishuAssertions.assertThat;

/**
 * Test of one class with handlers, whose neighbors need more beans.
 */
@CardActionTest(BarHandlers.class)
class ChosenHandlersTests {

	@Autowired
	private TestClicks clicks;

	@Test
	void onWhenHandlerIsChosenThenReplies() {
		assertThat(this.clicks.on("tea")).showsToast("Green tea");
	}

	@Test
	void onWhenHandlerIsNotChosenThenUserReadsThatThereIsNone() {
		assertThat(this.clicks.on("menu")).showsToast("No such button");
	}

}
