package io.ephemeral.sample;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.SimulatedChat;
import io.ephemeral.feishu.simulator.SimulatedMember;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Controller with the choices of the page. With the simulator, these are its chats. On
 * the platform there are none, so the user must type the ids.
 */
@RestController
class SetupController {

	private final @Nullable FeishuSimulator simulator;

	SetupController(ObjectProvider<FeishuSimulator> simulator) {
		this.simulator = simulator.getIfAvailable();
		// With the developer tools, the chats of the previous run still exist.
		if (this.simulator != null && this.simulator.chats().isEmpty()) {
			SimulatedChat lunch = this.simulator.chat("Lunch").members("ada", "bob", "carl").create();
			lunch.setLanguage("bob", Locale.SIMPLIFIED_CHINESE);
			this.simulator.chat("Topics").members("ada", "bob").topic().create();
		}
	}

	@GetMapping("/api/setup")
	Setup setup() {
		if (this.simulator == null) {
			return new Setup(null, List.of(), ExampleCards.asJson());
		}
		List<Chat> chats = this.simulator.chats().stream().map(Chat::of).toList();
		return new Setup(this.simulator.pageUrl(), chats, ExampleCards.asJson());
	}

	/**
	 * Choices of the page.
	 *
	 * @param screens page with the screen of each member; null on the platform
	 * @param chats groups and their members
	 * @param examples JSON of cards by name
	 */
	record Setup(@Nullable URI screens, List<Chat> chats, Map<String, String> examples) {
	}

	record Chat(String id, String name, List<Member> members) {

		static Chat of(SimulatedChat chat) {
			return new Chat(chat.id(), chat.name(), chat.members().stream().map(Member::of).toList());
		}

	}

	record Member(String name, String openId, String userId, String email) {

		static Member of(SimulatedMember member) {
			return new Member(member.name(), member.openId(), member.userId(), member.email());
		}

	}

}
