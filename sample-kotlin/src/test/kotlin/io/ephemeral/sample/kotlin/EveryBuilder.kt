package io.ephemeral.sample.kotlin

import io.ephemeral.feishu.Viewer
import io.ephemeral.feishu.auth.CredentialsSupplier
import io.ephemeral.feishu.callback.CallbackKeys
import io.ephemeral.feishu.callback.CallbackProcessor
import io.ephemeral.feishu.card.element.Audio
import io.ephemeral.feishu.card.element.Behavior
import io.ephemeral.feishu.card.element.BodyElement
import io.ephemeral.feishu.card.element.Border
import io.ephemeral.feishu.card.element.Button
import io.ephemeral.feishu.card.element.CardLocale
import io.ephemeral.feishu.card.element.Chart
import io.ephemeral.feishu.card.element.Checker
import io.ephemeral.feishu.card.element.CollapsiblePanel
import io.ephemeral.feishu.card.element.Column
import io.ephemeral.feishu.card.element.ColumnSet
import io.ephemeral.feishu.card.element.DatePicker
import io.ephemeral.feishu.card.element.DateTimePicker
import io.ephemeral.feishu.card.element.Div
import io.ephemeral.feishu.card.element.Divider
import io.ephemeral.feishu.card.element.ElementBuilder
import io.ephemeral.feishu.card.element.Form
import io.ephemeral.feishu.card.element.Icon
import io.ephemeral.feishu.card.element.Image
import io.ephemeral.feishu.card.element.ImageCombination
import io.ephemeral.feishu.card.element.Input
import io.ephemeral.feishu.card.element.InteractiveContainer
import io.ephemeral.feishu.card.element.Markdown
import io.ephemeral.feishu.card.element.MultiSelectPerson
import io.ephemeral.feishu.card.element.MultiSelectStatic
import io.ephemeral.feishu.card.element.MultiUrl
import io.ephemeral.feishu.card.element.Overflow
import io.ephemeral.feishu.card.element.Person
import io.ephemeral.feishu.card.element.PersonList
import io.ephemeral.feishu.card.element.PlainText
import io.ephemeral.feishu.card.element.SelectImage
import io.ephemeral.feishu.card.element.SelectPerson
import io.ephemeral.feishu.card.element.SelectStatic
import io.ephemeral.feishu.card.element.Table
import io.ephemeral.feishu.card.element.TimePicker
import io.ephemeral.feishu.card.style.Box
import io.ephemeral.feishu.card.style.Color
import io.ephemeral.feishu.card.style.Length
import io.ephemeral.feishu.card.style.TextSize
import io.ephemeral.feishu.connection.LongConnection
import io.ephemeral.feishu.message.MessageText
import io.ephemeral.feishu.simulator.FeishuSimulator
import io.ephemeral.feishu.simulator.MemberMessage
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.LocalTime
import org.springframework.web.reactive.function.client.WebClient

/** Each builder of the library, as Kotlin writes it. */
object EveryBuilder {
	fun components(): List<ElementBuilder<out BodyElement>> = listOf(
		Markdown.builder("**Lunch**").`in`(CardLocale.ZH_CN, "**午餐**").icon(Icon.standard("calendar_outlined")),
		Div.builder(PlainText.of("Today").`in`(CardLocale.ZH_CN, "今天").size(TextSize.HEADING).color(Color.GREY)),
		Divider.builder().elementId("line"),
		Image.builder("img_v3_canteen", "The canteen").size(Image.Size.ratio(16, 9)).cornerRadius(Length.pixels(8)),
		ImageCombination.builder(ImageCombination.Mode.TRIPLE, "img_v3_a", "img_v3_b", "img_v3_c"),
		Person.builder("ou_ada").showName(true).style(Person.Style.CAPSULE),
		PersonList.builder("ou_ada", "ou_bob").showAvatar(true).lines(1),
		Chart.builder(mapOf("type" to "bar", "xField" to "day", "yField" to "guests", "data" to mapOf("values" to listOf(mapOf("day" to "Mon", "guests" to 12))))),
		Table.builder(
			Table.Column.text("dish", "Dish"),
			Table.Column.number("price", "Price", Table.NumberFormat.precision(2).symbol("¥")),
			Table.Column.options("kind", "Kind"),
		).row(mapOf("dish" to "Noodles", "price" to 18, "kind" to listOf(Table.Option.of("hot", Color.RED)))),
		Button.builder("Join").type(Button.Type.PRIMARY).confirm("Sure?", "They cook for you.").callback(mapOf("action" to "join")),
		Button.builder(PlainText.message("menu")).openUrl("https://example.com/menu"),
		Input.builder("wish").label("Wish").inputType(Input.Type.MULTILINE_TEXT).rows(2).maxLength(200).callback("wish"),
		Overflow.builder().option("Later", "later").option(Overflow.Option.of("Menu", MultiUrl.of("https://example.com"))).callback("more"),
		SelectStatic.builder("dish").placeholder("Dish").option("Noodles", "noodles").callback("dish"),
		SelectPerson.builder("cook").placeholder("Cook").callback("cook"),
		SelectImage.builder("picture").option("img_v3_soup", "soup").callback("picture"),
		MultiSelectStatic.outsideForm("dishes", Behavior.callback("dishes")).option("Rice", "rice"),
		MultiSelectPerson.outsideForm("people", Behavior.callback("people")).persons("ou_ada"),
		DatePicker.builder("day").initialDate(LocalDate.of(2026, 12, 24)).callback("day"),
		TimePicker.builder("time").initialTime(LocalTime.of(12, 30)).callback("time"),
		DateTimePicker.builder("when").initialDatetime(LocalDateTime.of(2026, 12, 24, 12, 30)).callback("when"),
		Checker.builder("Set the table").name("table").checked().checkedStyle(true, 0.6).callback("table"),
		Checker.builder(PlainText.of("Wash up")).name("wash").callback("wash"),
		Audio.builder("file_v3_greeting").showTime(true),
		ColumnSet.builder()
			.column(Column.builder().weight(3).add(Markdown.of("**Noodles**")))
			.column(Column.builder().weight(1).add(Button.builder("Order").callback("noodles"))),
		InteractiveContainer.builder(Behavior.openUrl("https://example.com")).border(Color.BLUE).padding(Box.pixels(8, 12)).add(Markdown.of("Menu")),
		CollapsiblePanel.builder(CollapsiblePanel.Header.of(PlainText.of("Allergens"))).border(Border.of(Color.GREY, Length.pixels(5))).add(Markdown.of("Wheat")),
		form(),
	)

	private fun form() = Form.builder("orders")
		.add(MultiSelectStatic.builder("sides").option("Rice", "rice").selectedValues(listOf("rice")))
		.add(MultiSelectPerson.builder("guests").persons("ou_ada", "ou_bob").required(false))
		.add(CollapsiblePanel.inForm(CollapsiblePanel.Header.of(PlainText.of("More"))).add(Input.builder("note").required()))
		.add(InteractiveContainer.inForm(Behavior.openUrl("https://example.com")).add(Markdown.of("Menu")))
		.add(
			ColumnSet.inForm()
				.column(Column.inForm().add(Button.submit("order", "Order").callback("order")))
				.column(Column.inForm().add(Button.reset("clear", "Clear"))),
		)

	fun text(): MessageText =
		MessageText.builder().mention(Viewer.openId("ou_ada")).text(" asked for lunch. ").mentionAll().build()

	fun message(): MemberMessage = MemberMessage.builder().mentionBot().text("/lunch").link("menu", "https://example.com").build()

	fun simulator(): FeishuSimulator.Builder = FeishuSimulator.builder().port(0).rateLimits(false)

	fun processor(): CallbackProcessor = CallbackProcessor.builder(CallbackKeys("encrypt-key", "verification-token"))
		.listener { event -> println(event.id()) }
		.messages { _, _, _ -> null }
		.build()

	fun connection(client: WebClient, credentials: CredentialsSupplier): LongConnection =
		LongConnection.builder(client, credentials, CallbackProcessor.builder().build()).build()
}
