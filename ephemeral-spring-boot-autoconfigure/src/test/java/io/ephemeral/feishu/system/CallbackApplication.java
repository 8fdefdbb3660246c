package io.ephemeral.feishu.system;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.callback.LateCardUpdate;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.event.MessageReceived;
import jakarta.validation.constraints.NotBlank;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.StaticMessageSource;

/**
 * Handlers of every kind.
 */
@Configuration(proxyBeanMethods = false)
class CallbackApplication {

	final List<Viewer> operators = new CopyOnWriteArrayList<>();

	final AtomicInteger counted = new AtomicInteger();

	volatile CompletableFuture<Void> mayPublish;

	volatile CompletableFuture<String> published;

	volatile CompletableFuture<Void> mayFinish;

	volatile CompletableFuture<String> updated;

	volatile CompletableFuture<MessageReceived> message;

	void reset() {
		this.operators.clear();
		this.counted.set(0);
		this.mayPublish = new CompletableFuture<>();
		this.published = new CompletableFuture<>();
		this.mayFinish = new CompletableFuture<>();
		this.updated = new CompletableFuture<>();
		this.message = new CompletableFuture<>();
	}

	@Bean
	static StaticMessageSource messageSource() {
		StaticMessageSource messages = new StaticMessageSource();
		messages.addMessage("feishu.callback.toast.unknown-action", Locale.JAPAN, "もう利用できません。");
		return messages;
	}

	@Bean
	LateCardUpdate lateCardUpdate() {
		return (event, card) -> Mono.fromRunnable(() -> this.updated.complete(event.token()));
	}

	@CardAction("save")
	CardActionReply save(Viewer operator, ReminderForm form) {
		this.operators.add(operator);
		return CardActionReply.success(form.text() + " on " + form.date());
	}

	@CardAction("reactive")
	Mono<CardActionReply> reactive() {
		return Mono.just(CardActionReply.info("reactive"));
	}

	@CardAction("fail")
	void fail() {
		throw new IllegalStateException("secret");
	}

	@CardAction("publish")
	CardActionReply publish(MessageId message) {
		return CardActionReply.info("Publishing").afterwards(() -> {
			this.mayPublish.join();
			this.published.complete(message.value());
		});
	}

	@CardAction("late")
	Card late() {
		this.mayFinish.join();
		return Card.builder().title("Done").build();
	}

	@CardAction("count")
	CardActionReply count() {
		return CardActionReply.info("count " + this.counted.incrementAndGet());
	}

	@EventListener
	void onMessage(MessageReceived message) {
		this.message.complete(message);
	}

	record ReminderForm(@NotBlank String text, LocalDate date) {
	}

}
