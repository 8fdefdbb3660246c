package io.ephemeral.sample.kotlin

import io.ephemeral.feishu.ChatId
import io.ephemeral.feishu.MessageId
import io.ephemeral.feishu.TenantKey
import io.ephemeral.feishu.Viewer
import io.ephemeral.feishu.action.ActionName
import io.ephemeral.feishu.action.Seal
import io.ephemeral.feishu.action.TypedAction
import io.ephemeral.feishu.callback.ActionValue
import io.ephemeral.feishu.callback.CardAction
import io.ephemeral.feishu.callback.CardActionArgumentResolver
import io.ephemeral.feishu.callback.CardActionEvent
import io.ephemeral.feishu.callback.CardActionHandler
import io.ephemeral.feishu.callback.CardActionReply
import io.ephemeral.feishu.callback.around.BlockingCardActionInterceptor
import io.ephemeral.feishu.callback.around.CardActionAdvice
import io.ephemeral.feishu.callback.around.CardActionInterceptor
import io.ephemeral.feishu.callback.around.CardExceptionHandler
import io.ephemeral.feishu.card.Card
import io.ephemeral.feishu.card.element.Button
import io.ephemeral.feishu.card.element.CardLocale
import io.ephemeral.feishu.ephemeral.CardExpired
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate
import io.ephemeral.feishu.ephemeral.ExpiredCard
import io.ephemeral.feishu.event.EventInterceptor
import io.ephemeral.feishu.event.MessageReceived
import io.ephemeral.feishu.message.MessageText
import io.ephemeral.feishu.message.ReactiveTextMessageTemplate
import io.ephemeral.feishu.simulator.FeishuSimulator
import io.ephemeral.feishu.simulator.SimulatedChat
import io.ephemeral.feishu.test.FeishuAssertions.assertThat
import io.micrometer.context.ContextRegistry
import java.io.IOException
import java.lang.reflect.Parameter
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import java.util.Locale
import java.util.Optional
import java.util.concurrent.CopyOnWriteArrayList
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.delay
import kotlinx.coroutines.reactor.ReactorContext
import kotlinx.coroutines.reactor.awaitSingle
import kotlinx.coroutines.reactor.mono
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeAll
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import org.junit.jupiter.api.TestInstance.Lifecycle
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.CsvSource
import org.springframework.beans.factory.ObjectProvider
import org.springframework.boot.test.context.SpringBootTest
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment
import org.springframework.boot.test.context.TestConfiguration
import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Import
import org.springframework.context.event.EventListener
import org.springframework.core.annotation.Order
import reactor.core.publisher.Mono

/** Each shape of a handler and of the code around it, as Kotlin writes it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(EveryHandlerTests.Handlers::class, EveryHandlerTests.Advice::class)
@TestInstance(Lifecycle.PER_CLASS)
class EveryHandlerTests(
	private val feishu: FeishuSimulator,
	private val cards: EphemeralCardTemplate,
	private val handlers: Handlers,
) {
	private lateinit var chat: SimulatedChat

	private val ada get() = chat.member("ada")

	/** Loads the classes that handle a click, on a slow machine for longer than the platform waits. */
	@BeforeAll
	fun click() {
		createChat()
		press(eat())
	}

	@BeforeEach
	fun createChat() {
		chat = feishu.createChat("ada", "bob")
		chat.setLanguage("ada", Locale.US)
		handlers.done.clear()
	}

	private fun show(button: Button.Builder) =
		cards.send(ChatId(chat.id()), Viewer.openId(ada.openId()), Card.builder().title("Shown").add(button).build())

	private fun press(button: Button.Builder) {
		show(button)
		chat.seenBy("ada").single().press("Press")
		feishu.settle()
	}

	private fun eat() =
		Button.builder("Press").callback(
			Eat("noodles"),
			Seal.forViewer(Viewer.openId(ada.openId())).once().until(Instant.now().plusSeconds(60)),
		)

	@ParameterizedTest
	@CsvSource(
		"blocking, blocking", "mono, mono", "suspending, suspending", "value, 3 noodles and no sauce",
		"arguments, arguments", "failure, caught IOException", "failure of a coroutine, caught IOException",
		"slow failure, caught slowly", "resolved, account of ada", "bean, bean", "refused, refused",
		"context, trace trace trace",
	)
	fun `click when handled in any shape then member sees the toast`(action: String, toast: String) {
		press(Button.builder("Press").callback(mapOf("action" to action, "dish" to "noodles", "number" to 3)))

		assertThat(ada).sawToast(toast)
	}

	@ParameterizedTest
	@CsvSource("unit", "suspending unit", "suspending null")
	fun `click when handled without a reply then card stays`(action: String) {
		press(Button.builder("Press").callback(action))

		assertThat(ada).seesOneCard("Shown").sawNoToast()
		assertThat(handlers.done).containsExactly(action)
	}

	@ParameterizedTest
	@CsvSource("card", "suspending card", "working", "working reactively")
	fun `click when reply is a card then takes the place`(action: String) {
		press(Button.builder("Press").callback(action))

		assertThat(ada).seesOneCard("Result")
	}

	@ParameterizedTest
	@CsvSource("afterwards", "afterwards reactively")
	fun `click when work follows then is done`(action: String) {
		press(Button.builder("Press").callback(action))

		assertThat(handlers.done).containsExactly(action)
	}

	@Test
	fun `action when of a sealed family then method receives it`() {
		press(eat())

		assertThat(ada).sawToast("Eat(dish=noodles, number=1)")
	}

	@Test
	fun `action when an object then method receives the only instance`() {
		press(Button.builder("Press").callback(Skip))

		assertThat(ada).sawToast("Skip")
	}

	@Test
	fun `action when a record then method receives it`() {
		press(Button.builder("Press").callback(Pay(3)))

		assertThat(ada).sawToast("Pay(amount=3)")
	}

	@Test
	fun `listener when it suspends then its end is waited for`() {
		ada.says("/later")
		feishu.settle()

		assertThat(handlers.done).containsExactly("intercepted", "suspending listener")
		assertThat(ada.chat().messagesSeenBy("bob")).isNotEmpty()
	}

	@Test
	fun `card when expired then listener knows`() {
		cards.newCard(Card.builder().title("Brief").build())
			.chat(ChatId(chat.id()))
			.viewer(Viewer.openId(ada.openId()))
			.locale(Locale.US)
			.maxWait(Duration.ofSeconds(10))
			.expiresAfter(Duration.ofMinutes(10))
			.orElse { undelivered -> throw undelivered.refusal() }
			.send()

		feishu.advance(Duration.ofMinutes(10))

		assertThat(handlers.done).containsExactly("expired")
	}

	/** Account of the application. */
	class Account(val name: String)

	data class Meal(val dish: String, val number: Int, val sauce: String = "no sauce")

	sealed interface Lunch : TypedAction

	data class Eat(val dish: String, val number: Int = 1) : Lunch

	data object Skip : Lunch

	@JvmRecord
	@ActionName("pay", "buy")
	data class Pay(val amount: Int) : TypedAction

	class Handlers(private val texts: ReactiveTextMessageTemplate) {
		val done = CopyOnWriteArrayList<String>()

		private val result = Card.builder().title("Result").build()

		@CardAction("blocking")
		fun blocking(event: CardActionEvent): CardActionReply = CardActionReply.info(event.action()!!)

		@CardAction("mono")
		fun mono(): Mono<CardActionReply> = Mono.just(CardActionReply.info("mono").`in`(CardLocale.ZH_CN, "单"))

		@CardAction("suspending")
		suspend fun suspending(): CardActionReply {
			delay(1)
			return CardActionReply.info("suspending")
		}

		@CardAction("value")
		fun value(@ActionValue meal: Meal) = CardActionReply.info("${meal.number} ${meal.dish} and ${meal.sauce}")

		@CardAction("arguments")
		suspend fun arguments(viewer: Viewer, chat: ChatId, card: MessageId, tenant: TenantKey, locale: Locale, zone: ZoneId) =
			CardActionReply.info(if (listOf<Any>(viewer, chat, card, tenant, locale, zone).size == 6) "arguments" else "")

		@CardAction("unit")
		fun unit() {
			done += "unit"
		}

		@CardAction("suspending unit")
		suspend fun suspendingUnit() {
			delay(1)
			done += "suspending unit"
		}

		@CardAction("suspending null")
		suspend fun suspendingNull(): CardActionReply? {
			delay(1)
			done += "suspending null"
			return null
		}

		@CardAction("card")
		fun card(): Card = result

		@CardAction("suspending card")
		suspend fun suspendingCard(): Card {
			delay(1)
			return result
		}

		@CardAction("working")
		fun working(): CardActionReply = CardActionReply.working("Looking it up…").then { result }

		@CardAction("working reactively")
		fun workingReactively(): CardActionReply = CardActionReply.working("Looking it up…").then(mono { result })

		@CardAction("afterwards")
		fun afterwards(): CardActionReply = CardActionReply.nothing().afterwards { done += "afterwards" }

		@CardAction("afterwards reactively")
		fun afterwardsReactively(): CardActionReply = CardActionReply.nothing().afterwards(mono { done += "afterwards reactively" })

		@CardAction("failure")
		fun failure(): CardActionReply = throw IOException()

		@CardAction("failure of a coroutine")
		suspend fun failureOfCoroutine() {
			delay(1)
			throw IOException()
		}

		@CardAction("slow failure")
		fun slowFailure(): CardActionReply = throw UnsupportedOperationException()

		@CardExceptionHandler
		suspend fun caught(failure: UnsupportedOperationException): CardActionReply {
			delay(1)
			return CardActionReply.warning("caught slowly")
		}

		@CardAction("resolved")
		suspend fun resolved(account: Account): CardActionReply = CardActionReply.info("account of ${account.name}")

		@CardAction("refused")
		fun neverCalled(): CardActionReply = CardActionReply.info("called")

		@CardAction("context")
		suspend fun context(): CardActionReply {
			val before = TRACE.get()
			delay(1)
			val context = currentCoroutineContext()[ReactorContext]!!.context
			return CardActionReply.info("$before ${TRACE.get()} ${context.get<String>("trace")}")
		}

		@CardAction
		suspend fun lunch(lunch: Lunch): CardActionReply = CardActionReply.info(
			when (lunch) {
				is Eat -> lunch.toString()
				Skip -> "Skip"
			},
		)

		@CardAction
		fun pay(pay: Pay): CardActionReply = CardActionReply.success(pay.toString())

		@EventListener
		suspend fun later(message: MessageReceived) {
			if (message.isCommand("/later")) {
				delay(300)
				texts.reply(message, MessageText.of("Later")).awaitSingle()
				done += "suspending listener"
			}
		}

		@CardExpired
		fun expired(card: ExpiredCard) {
			done += "expired"
		}
	}

	@CardActionAdvice
	class Advice {
		@CardExceptionHandler
		fun caught(failure: IOException, locale: Locale): CardActionReply =
			CardActionReply.warning("caught ${failure.javaClass.simpleName}")
	}

	@TestConfiguration(proxyBeanMethods = false)
	class Surroundings {
		@Bean
		@Order(1)
		fun trace() = CardActionInterceptor { event, chain ->
			chain.proceed(event).contextWrite { it.put("trace", "trace") }
		}

		@Bean
		@Order(2)
		fun refusal() = object : BlockingCardActionInterceptor {
			override fun before(event: CardActionEvent) = Optional.of(CardActionReply.warning("refused"))
				.filter { event.action() == "refused" }
		}

		@Bean
		fun event(handlers: ObjectProvider<Handlers>) = EventInterceptor { event, rest ->
			if (event is MessageReceived && event.isCommand("/later")) handlers.getObject().done += "intercepted"
			rest.onEvent(event)
		}

		@Bean
		fun bean() = object : CardActionHandler {
			override fun actions() = setOf("bean")

			override fun handle(event: CardActionEvent): Mono<CardActionReply> = Mono.just(CardActionReply.info("bean"))
		}

		@Bean
		fun accounts(feishu: FeishuSimulator) = object : CardActionArgumentResolver {
			override fun supports(parameter: Parameter) = parameter.type == Account::class.java

			override fun resolve(event: CardActionEvent, parameter: Parameter) = mono { Account("ada") }
		}
	}

	companion object {
		private val TRACE = ThreadLocal<String>()

		init {
			ContextRegistry.getInstance().registerThreadLocalAccessor("trace", TRACE::get, TRACE::set, TRACE::remove)
		}
	}
}
