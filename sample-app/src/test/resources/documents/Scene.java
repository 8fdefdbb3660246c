package documents;

import java.lang.reflect.Parameter;
import java.time.*;
import java.util.*;
import java.util.concurrent.TimeUnit;

import io.ephemeral.feishu.*;
import io.ephemeral.feishu.action.*;
import io.ephemeral.feishu.auth.*;
import io.ephemeral.feishu.bot.*;
import io.ephemeral.feishu.callback.*;
import io.ephemeral.feishu.callback.around.*;
import io.ephemeral.feishu.callback.security.*;
import io.ephemeral.feishu.card.*;
import io.ephemeral.feishu.card.element.*;
import io.ephemeral.feishu.card.source.*;
import io.ephemeral.feishu.card.style.*;
import io.ephemeral.feishu.commit.*;
import io.ephemeral.feishu.ephemeral.*;
import io.ephemeral.feishu.error.*;
import io.ephemeral.feishu.event.*;
import io.ephemeral.feishu.flow.*;
import io.ephemeral.feishu.form.*;
import io.ephemeral.feishu.group.*;
import io.ephemeral.feishu.limit.*;
import io.ephemeral.feishu.message.*;
import io.ephemeral.feishu.publish.*;
import io.ephemeral.feishu.simulator.*;
import io.ephemeral.feishu.test.*;
import io.lettuce.core.resource.Delay;
import io.micrometer.common.KeyValues;
import jakarta.validation.constraints.*;
import org.apache.commons.logging.Log;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.observability.SignalListenerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.reactive.function.client.WebClient;

import static io.ephemeral.feishu.test.FeishuAssertions.assertThat;
import static org.mockito.Mockito.verify;

/** Types and methods that the code in the documents uses and does not declare. */
abstract class Helpers {

	interface Lunch extends TypedAction { }

	enum Dish { NOODLES, RICE }

	enum Repeat { NEVER, DAILY }

	record Eat(String dish) implements TypedAction {

		Eat(Dish dish) {
			this(dish.name());
		}

	}

	record Approve(String order) implements TypedAction { }

	record Cancel() implements TypedAction { }

	record Change(String order) implements TypedAction { }

	record Reminder(String text, LocalDate date, LocalTime time, Viewer.OpenId whom) { }

	record Query(String words) { }

	record Request(String name) { }

	record Period(LocalDate from, LocalDate to) { }

	record Deputy(Viewer.OpenId who) { }

	record Order(String id, Instant deadline) { }

	record Vote(String option) { }

	static class CardFolder implements RuntimeHintsRegistrar {

		@Override
		public void registerHints(RuntimeHints hints, ClassLoader loader) {
			hints.resources().registerPattern("menus/*");
		}

	}

	record Account(String name, List<GrantedAuthority> authorities) { }

	static class Leave { }

	static class OrderGoneException extends RuntimeException { }

	interface Orders {

		void save(Order order);

	}

	interface Audit {

		void saved(Viewer viewer);

	}

	interface Accounts {

		Account findByOpenId(String openId);

		Mono<Account> find(Viewer operator);

	}

	interface Kitchen {

		void cook(Dish dish);

	}

	interface LunchBot {

		SentCard ask(ChatId chat, Viewer viewer);

	}

	static class LunchApplication {

		static void main(String[] arguments) {
		}

	}

	/** Spring Security for servlets is not on this class path. */
	interface HttpSecurity {

		HttpSecurity authorizeHttpRequests(java.util.function.Consumer<Requests> requests);

		HttpSecurity csrf(java.util.function.Consumer<Csrf> csrf);

	}

	interface Requests {

		Requests requestMatchers(String path);

		Requests permitAll();

		Requests anyRequest();

		Requests authenticated();

	}

	interface Csrf {

		Csrf ignoringRequestMatchers(String path);

	}

	/** Nor are the metrics of Reactor. */
	interface MeterRegistry {

	}

	static class Micrometer {

		static <T> SignalListenerFactory<T, ?> metrics(MeterRegistry meters) {
			return null;
		}

	}

	static Card card(Object... parts) {
		return null;
	}

	static Card result(Query query) {
		return null;
	}

	static Card done(Reminder reminder) {
		return null;
	}

	static String text(String code, Locale locale) {
		return code;
	}

	static RecordForm<Reminder> form() {
		return RecordForm.of(Reminder.class);
	}

	static void later(ChatId chat, Viewer viewer, Card card) {
	}

}

/** Objects that the code in the documents uses. */
abstract class Scene {

	EphemeralCardTemplate cards;

	GroupCardTemplate group;

	TextMessageTemplate texts;

	Publications publications;

	CardFlows flows;

	CardFiles cardFiles;

	AfterCommit afterCommit;

	BotIdentity bot;

	MessageSource messages;

	Helpers.Orders orders;

	Helpers.Audit audit;

	Helpers.HttpSecurity http;

	Log logger;

	ChatId chat;

	Viewer viewer;

	List<Viewer> viewers;

	Viewer.OpenId ada;

	TenantKey tenantKey;

	Locale locale;

	Card card;

	Card next;

	Card outcome;

	SentCard sent;

	MessageReceived message;

	CardActionEvent event;

	Helpers.Order order;

	Helpers.Reminder reminder;

	String json;

	String chatId;

	String openId;

	String name;

	String wish;

}

/** Objects that the tests in the documents use. */
abstract class TestScene extends Scene {

	FeishuSimulator feishu;

	SimulatedMember ada;

}
