package io.ephemeral.feishu.autoconfigure.callback;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.ephemeral.feishu.auth.AppTicket;
import io.ephemeral.feishu.auth.AppTicketStore;
import io.ephemeral.feishu.auth.CredentialsSupplier;
import io.ephemeral.feishu.autoconfigure.AppType;
import io.ephemeral.feishu.autoconfigure.FeishuAutoConfiguration;
import io.ephemeral.feishu.autoconfigure.FeishuCallbackDetails;
import io.ephemeral.feishu.autoconfigure.FeishuLongConnectionProperties;
import io.ephemeral.feishu.autoconfigure.FeishuProperties;
import io.ephemeral.feishu.autoconfigure.callback.FeishuCallbackProperties;
import io.ephemeral.feishu.callback.AfterwardsObservationConvention;
import io.ephemeral.feishu.callback.AppTicketSaver;
import io.ephemeral.feishu.callback.BeanFormValidator;
import io.ephemeral.feishu.callback.CallbackLimits;
import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.CardActionArgumentResolver;
import io.ephemeral.feishu.callback.CardActionHandler;
import io.ephemeral.feishu.callback.CardActionHandlers;
import io.ephemeral.feishu.callback.CardActionMethods;
import io.ephemeral.feishu.callback.ClickObservationConvention;
import io.ephemeral.feishu.callback.EventObservationConvention;
import io.ephemeral.feishu.callback.FormValidator;
import io.ephemeral.feishu.callback.LateCardUpdate;
import io.ephemeral.feishu.callback.WorkerThreads;
import io.ephemeral.feishu.callback.answer.AnswerStore;
import io.ephemeral.feishu.callback.around.CardActionInterceptor;
import io.ephemeral.feishu.callback.around.HandlerSurroundings;
import io.ephemeral.feishu.callback.security.AccessDeniedAdvice;
import io.ephemeral.feishu.callback.security.OperatorAuthentication;
import io.ephemeral.feishu.callback.security.OperatorInterceptor;
import io.ephemeral.feishu.callback.webflux.CallbackRoute;
import io.ephemeral.feishu.callback.webmvc.CallbackRequestHandler;
import io.ephemeral.feishu.card.CardMessages;
import io.ephemeral.feishu.card.CardPreparation;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardOperations;
import io.ephemeral.feishu.event.EventInterceptor;
import io.ephemeral.feishu.event.FeishuEventListener;
import io.ephemeral.feishu.flow.CardFlows;
import io.ephemeral.feishu.flow.FlowEnds;
import io.ephemeral.feishu.flow.ReactiveCardFlows;
import io.ephemeral.feishu.group.ReactiveGroupCardOperations;
import io.ephemeral.feishu.publish.ReactivePublications;
import io.ephemeral.feishu.seal.SealOpener;
import io.micrometer.observation.ObservationRegistry;
import jakarta.validation.Validator;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnThreading;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.thread.Threading;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.security.core.Authentication;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Auto-configuration of callbacks, if a path and keys are set, or if they arrive over a
 * long connection.
 */
@AutoConfiguration(after = { FeishuCallbackDetailsAutoConfiguration.class, FeishuAutoConfiguration.class })
@ConditionalOnBooleanProperty(name = "feishu.enabled", matchIfMissing = true)
@Conditional(FeishuCallbackAutoConfiguration.OnWayOfCallbacksCondition.class)
@EnableConfigurationProperties(FeishuCallbackProperties.class)
public final class FeishuCallbackAutoConfiguration {

	@Bean(defaultCandidate = false, destroyMethod = "dispose")
	@ConditionalOnMissingBean(name = "feishuCallbackScheduler")
	@ConditionalOnThreading(Threading.PLATFORM)
	Scheduler feishuCallbackScheduler(FeishuCallbackProperties properties) {
		return WorkerThreads.create("feishu-callback", properties.maxThreads());
	}

	@Bean(name = "feishuCallbackScheduler", defaultCandidate = false, destroyMethod = "dispose")
	@ConditionalOnMissingBean(name = "feishuCallbackScheduler")
	@ConditionalOnThreading(Threading.VIRTUAL)
	Scheduler feishuCallbackVirtualScheduler() {
		return Schedulers.fromExecutor(new VirtualThreadTaskExecutor("feishu-callback-"));
	}

	/** Separate from the handlers, so that no handler delays an event. */
	@Bean(defaultCandidate = false, destroyMethod = "dispose")
	@ConditionalOnMissingBean(name = "feishuEventScheduler")
	@ConditionalOnThreading(Threading.PLATFORM)
	Scheduler feishuEventScheduler(FeishuCallbackProperties properties) {
		return WorkerThreads.createForEvents("feishu-event", properties.maxThreads());
	}

	@Bean(name = "feishuEventScheduler", defaultCandidate = false, destroyMethod = "dispose")
	@ConditionalOnMissingBean(name = "feishuEventScheduler")
	@ConditionalOnThreading(Threading.VIRTUAL)
	Scheduler feishuEventVirtualScheduler() {
		return Schedulers.fromExecutor(new VirtualThreadTaskExecutor("feishu-event-"));
	}

	@Bean
	@ConditionalOnMissingBean
	FormValidator feishuFormValidator() {
		return FormValidator.none();
	}

	@Bean
	@ConditionalOnMissingBean
	CardActionMethods feishuCardActionMethods(ConfigurableListableBeanFactory beans,
			@Qualifier("feishuCallbackScheduler") Scheduler scheduler, FormValidator validator,
			FeishuProperties properties, ObjectProvider<CardActionArgumentResolver> resolvers) {
		Locale locale = properties.card().defaultLocale();
		return new CardActionMethods(beans, scheduler, validator, (locale != null) ? locale : Locale.getDefault(),
				resolvers.orderedStream().toList());
	}

	@Bean
	@ConditionalOnMissingBean
	HandlerSurroundings feishuHandlerSurroundings(CardActionMethods methods, ListableBeanFactory beans,
			ObjectProvider<CardActionInterceptor> interceptors,
			@Qualifier("feishuCallbackScheduler") Scheduler scheduler) {
		return new HandlerSurroundings(methods, beans, interceptors.orderedStream().toList(), scheduler);
	}

	@Bean
	@ConditionalOnMissingBean
	FlowEnds feishuFlowEnds(ReactivePublications publications, ReactiveEphemeralCardOperations cards,
			FeishuProperties properties) {
		return new FlowEnds(publications, cards, properties.appType() == AppType.STORE);
	}

	@Bean
	@ConditionalOnMissingBean
	ReactiveCardFlows feishuReactiveCardFlows(ConfigurableListableBeanFactory beans, CardActionMethods methods,
			FlowEnds ends, ObjectProvider<AnswerStore> answers, @Qualifier("feishuClock") Clock clock) {
		return new ReactiveCardFlows(beans, methods, ends, answers.getIfAvailable(AnswerStore::inMemory), clock);
	}

	@Bean
	@ConditionalOnMissingBean
	CardFlows feishuCardFlows(ReactiveCardFlows flows) {
		return new CardFlows(flows);
	}

	@Bean
	@ConditionalOnMissingBean
	CardActionHandlers feishuCardActionHandlers(CardActionMethods methods, ReactiveCardFlows flows,
			ObjectProvider<CardActionHandler> handlers, HandlerSurroundings surroundings) {
		List<CardActionHandler> all = new ArrayList<>(methods.find());
		all.add(flows.handler());
		all.addAll(handlers.orderedStream().toList());
		return new CardActionHandlers(all).around(surroundings::around);
	}

	@Bean
	@ConditionalOnMissingBean
	FeishuEventListener feishuEventListener(ApplicationEventPublisher publisher) {
		return publisher::publishEvent;
	}

	/** Static, because Spring uses it before it creates other beans. */
	@Bean
	@ConditionalOnMissingBean
	static AwaitedListenerFactory feishuAwaitedListenerFactory() {
		return new AwaitedListenerFactory();
	}

	@Bean
	@ConditionalOnMissingBean
	AppTicketSaver feishuAppTicketSaver(AppTicketStore tickets) {
		return (received) -> tickets.save(received.appId(), new AppTicket(received.ticket(), received.pushedAt()));
	}

	@Bean
	@ConditionalOnMissingBean
	LateCardUpdate feishuLateCardUpdate(ReactiveGroupCardOperations cards, FeishuProperties properties,
			@Qualifier("feishuCallbackScheduler") Scheduler scheduler) {
		return new ClickedCardUpdate(cards, properties.appType() == AppType.STORE, scheduler);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(CredentialsSupplier.class)
	SealOpener feishuSealOpener(CredentialsSupplier credentials, FeishuCallbackProperties properties,
			@Qualifier("feishuClock") Clock clock) {
		return new SealOpener(credentials, properties.formerAppSecrets(), clock);
	}

	@Bean(destroyMethod = "")
	@ConditionalOnMissingBean
	CallbackProcessor feishuCallbackProcessor(ObjectProvider<FeishuCallbackDetails> keys,
			FeishuCallbackProperties properties, CardActionHandlers handlers, FeishuEventListener listener,
			ObjectProvider<EventInterceptor> eventInterceptors, AppTicketSaver ticketSaver,
			ObjectProvider<AnswerStore> answers, ObjectProvider<SealOpener> seals, CardPreparation preparation,
			CardMessages messages, ObjectProvider<LateCardUpdate> lateUpdate,
			@Qualifier("feishuCallbackScheduler") Scheduler scheduler,
			@Qualifier("feishuEventScheduler") Scheduler eventScheduler, @Qualifier("feishuClock") Clock clock,
			ObjectProvider<ObservationRegistry> observations,
			ObjectProvider<ClickObservationConvention> clickConvention,
			ObjectProvider<AfterwardsObservationConvention> afterwardsConvention,
			ObjectProvider<EventObservationConvention> eventConvention) {
		FeishuCallbackDetails details = keys.getIfAvailable();
		CallbackProcessor.Builder processor = (details != null) ? CallbackProcessor.builder(details.getKeys())
				: CallbackProcessor.builder();
		return processor.legacy(properties.legacy())
			.limits(new CallbackLimits(properties.maxBodySize(), properties.maxAge(), properties.answerWithin()))
			.handlers(handlers)
			.listener(EventInterceptor.around(eventInterceptors.orderedStream().toList(), listener))
			.ticketSaver(ticketSaver)
			.answers(answers.getIfAvailable(AnswerStore::none))
			.seals(seals.getIfAvailable())
			.doubleClick(properties.doubleClick())
			.preparation(preparation)
			.messages(messages)
			.lateUpdate(lateUpdate.getIfAvailable())
			.scheduler(scheduler)
			.eventScheduler(eventScheduler)
			.maxPending(properties.maxPending())
			.clock(clock)
			.observations(observations.getIfUnique(() -> ObservationRegistry.NOOP))
			.clickConvention(clickConvention.getIfAvailable())
			.afterwardsConvention(afterwardsConvention.getIfAvailable())
			.eventConvention(eventConvention.getIfAvailable())
			.build();
	}

	@Bean
	@ConditionalOnMissingBean
	FeishuCallbackLifecycle feishuCallbackLifecycle(CallbackProcessor processor) {
		return new FeishuCallbackLifecycle(processor);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Validator.class)
	static class ValidationConfiguration {

		@Bean
		@ConditionalOnMissingBean
		FormValidator feishuFormValidator(ObjectProvider<Validator> validators) {
			Validator validator = validators.getIfAvailable();
			return (validator != null) ? new BeanFormValidator(validator) : FormValidator.none();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Authentication.class)
	@ConditionalOnBean(OperatorAuthentication.class)
	static class SecurityConfiguration {

		@Bean
		@ConditionalOnMissingBean
		OperatorInterceptor feishuOperatorInterceptor(OperatorAuthentication authentication) {
			return new OperatorInterceptor(authentication);
		}

		@Bean
		@ConditionalOnMissingBean
		AccessDeniedAdvice feishuAccessDeniedAdvice(CardMessages messages) {
			return new AccessDeniedAdvice(messages);
		}

	}

	/**
	 * Condition that matches if callbacks arrive over HTTP or a long connection.
	 */
	static final class OnWayOfCallbacksCondition extends AnyNestedCondition {

		OnWayOfCallbacksCondition() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnWebApplication
		@ConditionalOnBean(FeishuCallbackDetails.class)
		static final class Http {

		}

		@ConditionalOnBooleanProperty(FeishuLongConnectionProperties.ENABLED)
		static final class LongConnection {

		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean(FeishuCallbackDetails.class)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	static class WebFluxConfiguration {

		@Bean
		@ConditionalOnMissingBean(name = "feishuCallbackRoute")
		RouterFunction<ServerResponse> feishuCallbackRoute(FeishuCallbackDetails details, CallbackProcessor processor) {
			return CallbackRoute.at(details.getPath(), processor);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBean(FeishuCallbackDetails.class)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	@ConditionalOnClass(SimpleUrlHandlerMapping.class)
	static class WebMvcConfiguration {

		@Bean
		@ConditionalOnMissingBean(name = "feishuCallbackRoute")
		SimpleUrlHandlerMapping feishuCallbackRoute(FeishuCallbackDetails details, CallbackProcessor processor) {
			HttpRequestHandler handler = new CallbackRequestHandler(processor);
			return new SimpleUrlHandlerMapping(Map.of(details.getPath(), handler), Ordered.HIGHEST_PRECEDENCE);
		}

	}

}
