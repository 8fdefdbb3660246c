package io.ephemeral.feishu.simulator;

import io.ephemeral.feishu.simulator.junit.FeishuSimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@ExtendWith(FeishuSimulatorExtension.class)
class SimulatedChatTests {

	@Test
	void memberWhenInTwoChatsThenIsSamePerson(FeishuSimulator feishu) {
		SimulatedChat lunch = feishu.createChat("ada", "bob");
		SimulatedChat tea = feishu.createChat("ada");

		assertThat(tea.openId("ada")).isEqualTo(lunch.openId("ada"));
		assertThat(tea.openId("ada")).startsWith("ou_").isNotEqualTo(lunch.openId("bob"));
		assertThat(tea.email("ada")).isEqualTo("ada@example.com");
		assertThat(tea.userId("ada")).isNotBlank();
	}

	@Test
	void chatWhenNamedThenHasNameAndMembers(FeishuSimulator feishu) {
		SimulatedChat chat = feishu.chat("Lunch").members("ada", "bob").topic().create();

		assertThat(chat.name()).isEqualTo("Lunch");
		assertThat(chat.id()).startsWith("oc_");
		assertThat(chat.isTopic()).isTrue();
		assertThat(chat.members()).extracting(SimulatedMember::name).containsExactly("ada", "bob");
		assertThat(feishu.chats()).containsExactly(chat);
	}

	@Test
	void chatWhenUnnamedThenIsNamedAfterFirstMembers(FeishuSimulator feishu) {
		assertThat(feishu.createChat("ada", "bob").name()).isEqualTo("ada, bob");
		assertThat(feishu.createChat("ada", "bob", "carl", "dora").name()).isEqualTo("ada, bob, carl, …");
	}

	@Test
	void seenByWhenNameIsUnknownThenMessageListsMembers(FeishuSimulator feishu) {
		SimulatedChat chat = feishu.createChat("ada", "bob");

		assertThatIllegalArgumentException().isThrownBy(() -> chat.seenBy("carl"))
			.withMessageContaining("carl")
			.withMessageContaining("[ada, bob]");
	}

	@Test
	void memberWhenJoinsThenSeesWhatIsSentToIt(FeishuSimulator feishu) {
		SimulatedChat chat = feishu.createChat("ada");

		chat.join("carl");
		new TestClient(feishu).send(chat, "carl", "Welcome");

		assertThat(chat.seenBy("carl")).extracting(ShownCard::title).containsExactly("Welcome");
	}

	@Test
	void memberWhenLeavesThenSeesNothingAlsoAfterReturn(FeishuSimulator feishu) {
		SimulatedChat chat = feishu.createChat("ada", "bob");
		new TestClient(feishu).send(chat, "bob", "Lunch?");

		chat.leave("bob");
		assertThat(chat.seenBy("bob")).isEmpty();
		assertThat(chat.members()).extracting(SimulatedMember::name).containsExactly("ada");

		chat.join("bob");
		assertThat(chat.seenBy("bob")).isEmpty();
	}

	@Test
	void directChatWhenAskedForTwiceThenIsTheSameAndNobodyJoins(FeishuSimulator feishu) {
		SimulatedChat direct = feishu.createChat("ada", "bob").member("ada").directChat();

		assertThat(feishu.createChat("ada").member("ada").directChat()).isSameAs(direct);
		assertThat(direct.members()).extracting(SimulatedMember::name).containsExactly("ada");
		assertThatIllegalStateException().isThrownBy(() -> direct.join("bob"));
		assertThatIllegalStateException().isThrownBy(() -> direct.leave("ada"));
	}

	@Test
	void memberWhenGoesOfflineThenIsSoInEveryChatAndKeepsCards(FeishuSimulator feishu) {
		SimulatedChat lunch = feishu.createChat("ada");
		SimulatedChat tea = feishu.createChat("ada");
		new TestClient(feishu).send(lunch, "ada", "Lunch?");

		lunch.goOffline("ada");

		assertThat(tea.member("ada").online()).isFalse();
		assertThat(lunch.seenBy("ada")).hasSize(1);
	}

	@Test
	void memberWhenSharesEmailAddressWithAnotherThenIsRefused(FeishuSimulator feishu) {
		assertThatIllegalArgumentException().isThrownBy(() -> feishu.createChat("ada", "Ada"))
			.withMessageContaining("ada@example.com");
	}

}
