package io.ephemeral.sample.kotlin

import io.ephemeral.feishu.ChatId
import io.ephemeral.feishu.Viewer
import io.ephemeral.feishu.action.Seal
import io.ephemeral.feishu.action.TypedAction
import io.ephemeral.feishu.callback.CardAction
import io.ephemeral.feishu.callback.CardActionReply
import io.ephemeral.feishu.card.element.Button
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardTemplate
import io.ephemeral.feishu.event.MessageReceived
import io.ephemeral.feishu.form.RecordForm
import kotlinx.coroutines.reactor.awaitSingle
import org.springframework.context.event.EventListener

/** Code of the documents that the sample does not have. */
@Suppress("unused")
class GuideCode(private val cards: ReactiveEphemeralCardTemplate, private val form: RecordForm<Leave>) {
	fun send(chat: ChatId, viewer: Viewer) =
		cards.newCard(RecordForm.of(Leave::class.java)).chat(chat).viewer(viewer).send()

	@CardAction
	fun ask(leave: Leave): CardActionReply = CardActionReply.success("${leave.days} days")

	@EventListener
	suspend fun onMessage(message: MessageReceived) {
		if (message.isCommand("/leave")) {
			cards.newCard(form).chat(message.chat()).viewer(message.sender()).send().awaitSingle()
		}
	}

	object Orders {
		sealed interface Decision : TypedAction
		data class Approve(val order: Int) : Decision
		data object Skip : Decision

		fun button(ada: Viewer) =
			Button.builder("Approve").callback(Approve(42), Seal.forViewer(ada).once())

		@CardAction
		fun decide(decision: Decision): CardActionReply = when (decision) {
			is Approve -> CardActionReply.success("Order ${decision.order} is approved")
			Skip -> CardActionReply.nothing()
		}
	}
}
