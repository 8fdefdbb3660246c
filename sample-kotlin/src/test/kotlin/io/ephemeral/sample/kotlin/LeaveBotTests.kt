package io.ephemeral.sample.kotlin

import io.ephemeral.feishu.simulator.FeishuSimulator
import io.ephemeral.feishu.simulator.ShownCard
import io.ephemeral.feishu.simulator.SimulatedChat
import io.ephemeral.feishu.test.FeishuAssertions.assertThat
import java.time.LocalDate
import java.util.Locale
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.springframework.boot.test.context.SpringBootTest
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class LeaveBotTests(private val feishu: FeishuSimulator) {
	private lateinit var chat: SimulatedChat

	@BeforeEach
	fun createChat() {
		chat = feishu.createChat("ada", "bob", "carl")
		chat.members().forEach { chat.setLanguage(it.name(), Locale.US) }
	}

	private fun formOfAda(): ShownCard {
		chat.member("ada").says("/leave")
		feishu.settle()
		return chat.seenBy("ada").single()
	}

	private fun request(vararg values: Pair<String, Any>) {
		formOfAda().submit(mapOf("from" to LocalDate.of(2026, 12, 1), "approver" to "bob") + values)
		feishu.settle()
	}

	@Test
	fun `leave when approved then all members see it and nobody else the reason`() {
		feishu.canary("a wedding").allowedFor("ada", "bob")

		request("days" to "3", "reason" to "a wedding")
		assertThat(chat).showsCardOnlyTo("3 days from 2026-12-01", "bob")

		chat.seenBy("bob").single().press("Approve")
		feishu.settle()
		assertThat(chat).showsCardToEverybody("Leave approved")
	}

	@Test
	fun `leave when days are empty then is one day`() {
		request()

		assertThat(chat.member("bob")).seesOneCard("1 days from 2026-12-01")
	}

	@Test
	fun `leave when declined then all members see it`() {
		request()

		chat.seenBy("bob").single().press("Decline")
		feishu.settle()
		assertThat(chat).showsCardToEverybody("Leave declined")
	}
}
