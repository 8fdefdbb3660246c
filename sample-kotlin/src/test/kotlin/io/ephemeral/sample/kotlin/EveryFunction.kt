package io.ephemeral.sample.kotlin

import io.ephemeral.feishu.auth.TokenSource
import io.ephemeral.feishu.autoconfigure.FeishuWebClientCustomizer
import io.ephemeral.feishu.autoconfigure.RateLimiterDecorator
import io.ephemeral.feishu.autoconfigure.registration.RegistrationPrompt
import io.ephemeral.feishu.autoconfigure.sharing.LimitSharing
import io.ephemeral.feishu.callback.AppTicketSaver
import io.ephemeral.feishu.callback.FormValidator
import io.ephemeral.feishu.callback.LateCardUpdate
import io.ephemeral.feishu.callback.Toast
import io.ephemeral.feishu.callback.around.CardActionInterceptor
import io.ephemeral.feishu.callback.security.OperatorAuthentication
import io.ephemeral.feishu.card.Card
import io.ephemeral.feishu.card.CardMessages
import io.ephemeral.feishu.chat.ChatGuard
import io.ephemeral.feishu.ephemeral.ExpiredCardListener
import io.ephemeral.feishu.event.EventInterceptor
import io.ephemeral.feishu.event.FeishuEventListener
import io.ephemeral.feishu.limit.exchange.SlotExchange
import io.ephemeral.feishu.publish.PublicationNotice
import io.ephemeral.feishu.simulator.ApplicationActivity
import io.ephemeral.feishu.simulator.playground.CardBench
import reactor.core.publisher.Mono

/** Each functional interface of the library as a lambda. */
@Suppress("unused")
object EveryFunction {
	val activity = ApplicationActivity { listOf("nightly report") }

	val authentication = OperatorAuthentication { Mono.empty() }

	val bench = CardBench { _, _ -> CardBench.Sheet.refused("No card", listOf()) }

	val customizer = FeishuWebClientCustomizer { builder -> builder.defaultHeader("X-Sample", "kotlin") }

	val decorator = RateLimiterDecorator { limiter -> limiter }

	val eventInterceptor = EventInterceptor { event, rest -> rest.onEvent(event) }

	val exchange = SlotExchange { Mono.error(IllegalStateException("No exchange")) }

	val exchangeListener = LimitSharing.Listener { nanos, answered -> println("$nanos $answered") }

	val expiries = ExpiredCardListener { card -> println(card.messageId()) }

	val guard = ChatGuard { _, _ -> Mono.empty() }

	val interceptor = CardActionInterceptor { event, chain -> chain.proceed(event) }

	val lateUpdate = LateCardUpdate { _, _ -> Mono.empty() }

	val listener = FeishuEventListener { event -> println(event.id()) }

	val messages = CardMessages { code, _, locale -> "$code in $locale" }

	val notice = PublicationNotice { failure -> Card.builder().title(failure.javaClass.simpleName).build() }

	val prompt = RegistrationPrompt { link, validity -> println("Open $link within $validity") }

	val ticketSaver = AppTicketSaver { Mono.empty() }

	val tokens = TokenSource { Mono.error(IllegalStateException("No token")) }

	val validator = FormValidator { form -> Toast.of(Toast.Type.ERROR, form.toString()).takeIf { form.toString().isEmpty() } }
}
