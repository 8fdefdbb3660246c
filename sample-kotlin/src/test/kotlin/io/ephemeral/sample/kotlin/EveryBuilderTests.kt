package io.ephemeral.sample.kotlin

import io.ephemeral.feishu.ChatId
import io.ephemeral.feishu.Viewer
import io.ephemeral.feishu.card.Card
import io.ephemeral.feishu.card.CardContent
import io.ephemeral.feishu.card.Config
import io.ephemeral.feishu.card.Header
import io.ephemeral.feishu.card.HeaderTemplate
import io.ephemeral.feishu.card.RawCard
import io.ephemeral.feishu.card.element.Markdown
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate
import io.ephemeral.feishu.ephemeral.SendOutcome
import io.ephemeral.feishu.group.GroupCardTemplate
import io.ephemeral.feishu.message.MessageText
import io.ephemeral.feishu.message.TextMessageTemplate
import io.ephemeral.feishu.publish.Publications
import io.ephemeral.feishu.simulator.FeishuSimulator
import io.ephemeral.feishu.simulator.SimulatedChat
import io.ephemeral.feishu.test.FeishuAssertions.assertThat
import java.util.stream.Stream
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.MethodSource
import org.springframework.boot.test.context.SpringBootTest

/** Each way to send, and the platform's answer to what the builders build. */
@SpringBootTest
class EveryBuilderTests(
	private val feishu: FeishuSimulator,
	private val cards: EphemeralCardTemplate,
	private val publicCards: GroupCardTemplate,
	private val publications: Publications,
	private val texts: TextMessageTemplate,
) {
	private lateinit var chat: SimulatedChat

	private val id get() = ChatId(chat.id())

	private val ada get() = Viewer.openId(chat.openId("ada"))

	private val bob get() = Viewer.openId(chat.openId("bob"))

	private val lunch = Card.builder().header(Header.of("Lunch").template(HeaderTemplate.BLUE)).build()

	@BeforeEach
	fun createChat() {
		chat = feishu.createChat("ada", "bob")
	}

	@ParameterizedTest
	@MethodSource("components")
	fun `card when built in Kotlin then platform accepts it`(card: CardContent) {
		publicCards.send(id, card)

		assertThat(chat.seenBy("bob")).hasSize(1)
	}

	@Test
	fun `card when sent then its viewer sees it until it is replaced and deleted`() {
		val sent = cards.send(id, ada, lunch)
		assertThat(chat).showsCardOnlyTo("Lunch", "ada")

		val dinner = cards.replace(sent, RawCard.parse(Card.builder().title("Dinner").build().toJson())).card()
		assertThat(chat.member("ada")).seesOneCard("Dinner")

		cards.delete(dinner)
		assertThat(chat).showsNothing()
	}

	@Test
	fun `cards when sent to all then each member sees its own`() {
		cards.sendAll(id, listOf(ada, bob)) { viewer -> Card.builder().title("For ${viewer.value().takeLast(3)}").build() }
			.forEach { assertThat(it).isInstanceOf(SendOutcome.Sent::class.java) }

		assertThat(chat.member("ada")).seesOneCard("For ${ada.value().takeLast(3)}").doesNotSeeCard("For ${bob.value().takeLast(3)}")
	}

	@Test
	fun `card when published then all members see it`() {
		publications.publish(cards.send(id, ada, lunch), Card.builder().title("Done").build())

		assertThat(chat).showsCardToEverybody("Done")
	}

	@Test
	fun `text when sent then all members see it`() {
		val sent = texts.send(id, MessageText.of("Hello"))
		texts.reply(sent, MessageText.of("Again"))

		assertThat(chat.member("bob")).seesText("Hello").seesText("Again")
	}

	companion object {
		@JvmStatic
		fun components(): Stream<CardContent> = EveryBuilder.components().stream().map {
			Card.builder().config(Config.defaults().enableForward(false)).add(it).add(Markdown.of("**End**")).build()
		}
	}
}
