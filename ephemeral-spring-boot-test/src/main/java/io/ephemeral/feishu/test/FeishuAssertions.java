package io.ephemeral.feishu.test;

import io.ephemeral.feishu.simulator.SimulatedChat;
import io.ephemeral.feishu.simulator.SimulatedMember;

/**
 * AssertJ assertions about what members see. They can be imported beside those of
 * AssertJ. A failure shows the screens of all members of the chat, or the whole result of
 * a click.
 *
 * <pre class="code">
 * feishu.settle();
 * assertThat(ada).seesOneCard("Lunch?");
 * assertThat(bob).seesNothing();
 * </pre>
 */
public final class FeishuAssertions {

	private FeishuAssertions() {
	}

	/**
	 * Creates an assertion about the screen of a member.
	 * @param actual the member
	 * @return the assertion
	 */
	public static MemberAssert assertThat(SimulatedMember actual) {
		return new MemberAssert(actual);
	}

	/**
	 * Creates an assertion about the screens of all members of a chat.
	 * @param actual the chat
	 * @return the assertion
	 */
	public static ChatAssert assertThat(SimulatedChat actual) {
		return new ChatAssert(actual);
	}

	/**
	 * Creates an assertion about the result of a click in a {@link CardActionTest}.
	 * @param actual the result
	 * @return the assertion
	 */
	public static ClickResultAssert assertThat(ClickResult actual) {
		return new ClickResultAssert(actual);
	}

}
