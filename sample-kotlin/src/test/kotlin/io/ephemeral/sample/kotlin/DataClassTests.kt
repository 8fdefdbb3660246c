package io.ephemeral.sample.kotlin

import io.ephemeral.feishu.ChatId
import io.ephemeral.feishu.Viewer
import io.ephemeral.feishu.callback.CardAction
import io.ephemeral.feishu.callback.CardActionEvent
import io.ephemeral.feishu.callback.CardActionReply
import io.ephemeral.feishu.callback.FormBindingException
import io.ephemeral.feishu.card.Card
import io.ephemeral.feishu.card.RawCard
import io.ephemeral.feishu.card.element.Button
import io.ephemeral.feishu.card.element.Form
import io.ephemeral.feishu.card.element.Input
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate
import io.ephemeral.feishu.form.FormField
import io.ephemeral.feishu.form.RecordForm
import io.ephemeral.feishu.simulator.FeishuSimulator
import io.ephemeral.feishu.simulator.SimulatedChat
import io.ephemeral.feishu.test.FeishuAssertions.assertThat
import jakarta.validation.constraints.Pattern
import java.time.LocalDate
import java.util.Locale
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatExceptionOfType
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource
import org.springframework.boot.test.context.SpringBootTest
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment
import org.springframework.context.annotation.Import

/** Data classes as forms and as values: absent values, defaults and mistakes. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(DataClassTests.Handlers::class)
class DataClassTests(private val feishu: FeishuSimulator, private val cards: EphemeralCardTemplate) {
	private lateinit var chat: SimulatedChat

	private val ada get() = chat.member("ada")

	@BeforeEach
	fun createChat() {
		chat = feishu.createChat("ada")
		chat.setLanguage("ada", Locale.US)
	}

	private fun click(form: String, value: String = "{}") = CardActionEvent.parse(
		"""{"schema": "2.0", "header": {"event_id": "1", "event_type": "card.action.trigger"}, "event": {"token": "c-1",
			"operator": {"open_id": "ou_1"}, "action": {"value": $value, "form_value": $form}}}""",
	)

	@Test
	fun `form when fields are empty then defaults and nulls are used`() {
		val trip = click("""{"title": "Alps", "day": "2026-12-24 +0800", "seats": "", "note": ""}""").form(Trip::class.java)

		assertThat(trip).isEqualTo(Trip("Alps", LocalDate.of(2026, 12, 24)))
	}

	@Test
	fun `form when all fields are filled then all are read`() {
		val form = """{"title": "Alps", "day": "2026-12-24 +0800", "seats": "4", "isOpen": true, "kinds": ["HIKE"],
			"guide": "ou_2", "note": "Bring boots"}"""

		assertThat(click(form).form(Trip::class.java)).isEqualTo(
			Trip("Alps", LocalDate.of(2026, 12, 24), 4, true, setOf(Kind.HIKE), Viewer.openId("ou_2"), "Bring boots"),
		)
	}

	@ParameterizedTest
	@ValueSource(strings = ["""{"day": "2026-12-24"}""", """{"title": "", "day": "2026-12-24"}"""])
	fun `form when property that is not nullable is absent then names the field`(form: String) {
		assertThatExceptionOfType(FormBindingException::class.java)
			.isThrownBy { click(form).form(Trip::class.java) }
			.satisfies({
				assertThat(it.field()).isEqualTo("title")
				assertThat(it.isMissing).isTrue()
			})
	}

	@Test
	fun `value when default is absent then is used`() {
		val event = click("{}", """{"action": "x", "from": 3}""")

		assertThat(event.value(Page::class.java)).isEqualTo(Page(3, 10))
		assertThat(event.value(JvmPage::class.java)).isEqualTo(JvmPage(3, 10))
	}

	@Test
	fun `form when made from a data class then required fields are those without a default`() {
		cards.send(ChatId(chat.id()), Viewer.openId(ada.openId()), RecordForm.of(Trip::class.java))

		val elements = chat.seenBy("ada").single().json().findParents("name").associateBy { it.path("name").asString() }
		assertThat(elements.filterValues { it.path("required").asBoolean(false) }.keys).containsExactlyInAnyOrder("title", "day")
		assertThat(elements.getValue("title").path("label").path("content").asString()).isEqualTo("Where")
	}

	/** A client that does not know what is required. */
	@Test
	fun `form when made from a data class and fields are wrong then mistakes are at their fields`() {
		val form = RecordForm.of(Trip::class.java).values(Trip("Alps", LocalDate.of(2026, 12, 24)))
		val careless = RawCard.parse(form.card().toJson().replace("\"required\":true", "\"required\":false"))
		cards.send(ChatId(chat.id()), Viewer.openId(ada.openId()), careless)

		chat.seenBy("ada").single().submit(mapOf("title" to "", "day" to "", "note" to "boots"))
		feishu.settle()

		assertThat(ada).seesOneCard("Please fill in this field.").seesOneCard("must match")
	}

	@Test
	fun `form when written by hand and property is absent then toast names it`() {
		val form = Form.builder("trip")
			.add(Input.builder("title"))
			.add(Button.submit("trip", "Send").callback("Trip"))
		cards.send(ChatId(chat.id()), Viewer.openId(ada.openId()), Card.builder().add(form).build())

		chat.seenBy("ada").single().submit(mapOf<String, Any>())

		assertThat(ada).sawToast("title: is missing")
	}

	@Test
	fun `form when right then handler receives the data class`() {
		cards.send(ChatId(chat.id()), Viewer.openId(ada.openId()), RecordForm.of(Trip::class.java))

		chat.seenBy("ada").single().submit(mapOf("title" to "Alps", "day" to LocalDate.of(2026, 12, 24)))

		assertThat(ada).sawToast("Alps with 2 seats")
	}

	enum class Kind { HIKE, SWIM }

	data class Trip(
		@FormField(label = "Where") val title: String,
		val day: LocalDate,
		val seats: Int = 2,
		val isOpen: Boolean = false,
		val kinds: Set<Kind> = setOf(),
		val guide: Viewer.OpenId? = null,
		@field:Pattern(regexp = "Bring .*") val note: String? = null,
	)

	data class Page(val from: Int, val size: Int = 10)

	@JvmRecord
	data class JvmPage(val from: Int, val size: Int = 10)

	class Handlers {
		@CardAction
		fun trip(trip: Trip): CardActionReply = CardActionReply.success("${trip.title} with ${trip.seats} seats")
	}
}
