package io.ephemeral.sample.kotlin

import io.ephemeral.feishu.Viewer
import io.ephemeral.feishu.action.Seal
import io.ephemeral.feishu.action.SealedAction
import io.ephemeral.feishu.action.TypedAction
import io.ephemeral.feishu.callback.CardAction
import io.ephemeral.feishu.callback.CardActionEvent
import io.ephemeral.feishu.callback.CardActionReply
import io.ephemeral.feishu.card.Card
import io.ephemeral.feishu.card.element.Button
import io.ephemeral.feishu.card.element.Markdown
import io.ephemeral.feishu.card.element.MarkdownText
import io.ephemeral.feishu.card.element.Person
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardTemplate
import io.ephemeral.feishu.event.MessageReceived
import io.ephemeral.feishu.form.RecordForm
import io.ephemeral.feishu.publish.ReactivePublications
import jakarta.validation.constraints.Max
import jakarta.validation.constraints.Min
import jakarta.validation.constraints.Size
import java.time.LocalDate
import kotlinx.coroutines.reactor.awaitSingle
import org.springframework.boot.autoconfigure.SpringBootApplication
import org.springframework.boot.runApplication
import org.springframework.context.event.EventListener
import org.springframework.stereotype.Component

@SpringBootApplication
class LeaveApplication

fun main(args: Array<String>) {
	runApplication<LeaveApplication>(*args)
}

/** Form of the employee. Without a number of days, it is one day. */
data class Leave(
	val from: LocalDate,
	@field:Min(1) @field:Max(30) val days: Int = 1,
	val approver: Viewer.OpenId,
	@field:Size(max = 200) val reason: String?,
)

/** Buttons of the approver. */
@SealedAction
sealed interface Decision : TypedAction {
	val employee: String
	val from: LocalDate
	val days: Int
}

data class Approve(override val employee: String, override val from: LocalDate, override val days: Int) : Decision

data class Decline(override val employee: String, override val from: LocalDate, override val days: Int) : Decision

/**
 * Bot for requests of leave. The employee writes `/leave` and sees a form, the approver sees a question, and all members
 * see the answer. Nobody else sees the reason.
 */
@Component
class LeaveBot(private val cards: ReactiveEphemeralCardTemplate, private val publications: ReactivePublications) {
	@EventListener
	suspend fun onMessage(message: MessageReceived) {
		if (message.isCommand("/leave")) {
			val form = RecordForm.of(Leave::class.java)
			cards.newCard(form).chat(message.chat()).viewer(message.sender()).send().awaitSingle()
		}
	}

	@CardAction
	suspend fun ask(leave: Leave, event: CardActionEvent): CardActionReply {
		val employee = event.operator().value()
		val seal = Seal.forViewer(leave.approver).once()
		val question = Card.builder().title("Leave")
			.add(Person.builder(employee).showName(true))
			.add(Markdown.of("${leave.days} days from ${leave.from}. ${MarkdownText.escape(leave.reason.orEmpty())}"))
			.add(Button.builder("Approve").callback(Approve(employee, leave.from, leave.days), seal))
			.add(Button.builder("Decline").callback(Decline(employee, leave.from, leave.days), seal))
			.build()
		cards.send(event.chat(), leave.approver, question).awaitSingle()
		return CardActionReply.success("Sent").afterwards(cards.delete(event.messageId()))
	}

	@CardAction
	suspend fun decide(decision: Decision, event: CardActionEvent): CardActionReply {
		val answer = when (decision) {
			is Approve -> "approved"
			is Decline -> "declined"
		}
		val outcome = Card.builder().title("Leave $answer")
			.add(Person.builder(decision.employee).showName(true))
			.add(Markdown.of("${decision.days} days from ${decision.from}"))
			.build()
		return CardActionReply.success("Thank you").afterwards(publications.publish(event, outcome))
	}
}
