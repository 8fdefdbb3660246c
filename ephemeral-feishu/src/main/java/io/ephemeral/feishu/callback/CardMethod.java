package io.ephemeral.feishu.callback;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.InvalidHandlerException;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.binding.BoundComponent;
import io.ephemeral.feishu.callback.call.ApplicationCall;
import io.ephemeral.feishu.callback.call.SuspendCall;
import io.ephemeral.feishu.callback.call.ThrownError;
import io.ephemeral.feishu.card.CardContent;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.KotlinDetector;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Method of a bean that receives a click, and perhaps the failure of its handler, and may
 * return a reply. {@link CardAction} lists the parameters and the results.
 */
public final class CardMethod {

	private static final Set<Class<?>> REPLIES = Set.of(CardActionReply.class, void.class, Void.class);

	private final String beanName;

	private final Supplier<Object> bean;

	private final Method declared;

	private final Method method;

	private final Setting setting;

	private final SubmittedForm form;

	private final @Nullable ActionRecords records;

	private final @Nullable Class<? extends Throwable> failure;

	private final Map<Parameter, CardActionArgumentResolver> resolvers = new LinkedHashMap<>();

	private final List<Parameter> given = new ArrayList<>();

	private final List<Argument> arguments;

	private final boolean suspending;

	private final boolean reactive;

	/**
	 * Creates a method.
	 * @param beanName name of the bean
	 * @param bean supplier of the bean, which may be a proxy
	 * @param declared method in the source of the application
	 * @param method method to call on the bean
	 * @param setting what all methods share
	 */
	CardMethod(String beanName, Supplier<Object> bean, Method declared, Method method, Setting setting) {
		this.beanName = beanName;
		this.bean = bean;
		this.declared = declared;
		this.method = method;
		this.setting = setting;
		this.form = new SubmittedForm(setting.validator());
		Class<?> action = only(TypedAction.class);
		this.records = (action != null) ? new ActionRecords(action.asSubclass(TypedAction.class)) : null;
		Class<?> failure = only(Throwable.class);
		this.failure = (failure != null) ? failure.asSubclass(Throwable.class) : null;
		this.suspending = KotlinDetector.isSuspendingFunction(declared);
		InvalidHandlerException.require(!this.suspending || SuspendCall.isPossible(),
				() -> this + " is a suspend function, which cannot be called",
				"Add org.jetbrains.kotlin:kotlin-reflect and org.jetbrains.kotlinx:kotlinx-coroutines-reactor");
		// The last parameter of a suspend function is its continuation.
		this.arguments = Arrays.stream(declared.getParameters())
			.limit(declared.getParameterCount() - (this.suspending ? 1 : 0))
			.map(this::argument)
			.toList();
		ResolvableType returned = this.suspending
				? ResolvableType.forClass(new MethodParameter(declared, -1).getParameterType())
				: ResolvableType.forMethodReturnType(declared);
		this.reactive = Mono.class.isAssignableFrom(returned.resolve(void.class));
		Class<?> reply = (this.reactive ? returned.as(Mono.class).getGeneric() : returned).resolve(Object.class);
		InvalidHandlerException.require(
				setting.givesRecords() || REPLIES.contains(reply) || CardContent.class.isAssignableFrom(reply),
				() -> this + " must return CardActionReply, a card or void, or a Mono of one of these, but returns "
						+ returned,
				"Change the return type of the method");
		ReflectionUtils.makeAccessible(method);
	}

	private @Nullable Class<?> only(Class<?> root) {
		List<Class<?>> types = Arrays.stream(this.declared.getParameters())
			.<Class<?>>map(Parameter::getType)
			.filter(root::isAssignableFrom)
			.toList();
		InvalidHandlerException.require(types.size() <= 1,
				() -> this + " must not have more than one parameter that is a " + root.getSimpleName(),
				"Remove the others");
		return types.isEmpty() ? null : types.get(0);
	}

	/** Returns whether a parameter is read from a form or a value. */
	static boolean isBound(Parameter parameter) {
		return TypedAction.class.isAssignableFrom(parameter.getType())
				|| (BoundComponent.areIn(parameter.getType()) && !isNamed(parameter.getType()));
	}

	private static boolean isNamed(Class<?> type) {
		return type == ChatId.class || type == MessageId.class || type == TenantKey.class
				|| Viewer.class.isAssignableFrom(type);
	}

	private Argument argument(Parameter parameter) {
		Class<?> type = parameter.getType();
		ActionRecords records = this.records;
		if (records != null && TypedAction.class.isAssignableFrom(type)) {
			return (input) -> this.form.validated(records.read(input.event()));
		}
		if (Throwable.class.isAssignableFrom(type)) {
			return Input::failure;
		}
		if (type == CardActionEvent.class) {
			return Input::event;
		}
		if (type == Viewer.class) {
			return (input) -> input.event().operator();
		}
		if (type == ChatId.class) {
			return (input) -> input.event().chat();
		}
		if (type == MessageId.class) {
			return (input) -> input.event().messageId();
		}
		if (type == TenantKey.class) {
			return (input) -> tenantKey(input.event());
		}
		if (type == Locale.class) {
			return (input) -> locale(input.event());
		}
		if (type == ZoneId.class) {
			return (input) -> zone(input.event());
		}
		boolean value = parameter.isAnnotationPresent(ActionValue.class);
		CardActionArgumentResolver resolver = value ? null : resolver(parameter);
		if (resolver != null) {
			this.resolvers.put(parameter, resolver);
			return (input) -> resolved(parameter, input);
		}
		checkReadable(parameter);
		if (this.setting.givesRecords() && !value) {
			this.given.add(parameter);
			return (input) -> input.others().get(parameter);
		}
		return (input) -> value ? this.form.validated(input.event().value(type)) : this.form.read(input.event(), type);
	}

	private @Nullable CardActionArgumentResolver resolver(Parameter parameter) {
		return this.setting.resolvers()
			.stream()
			.filter((resolver) -> resolver.supports(parameter))
			.findFirst()
			.orElse(null);
	}

	private void checkReadable(Parameter parameter) {
		InvalidHandlerException.require(isBound(parameter),
				() -> "The library has no value for the parameter '" + parameter.getName() + "' of " + this,
				"Use a record or a data class for a form or a value, or one of the types CardActionEvent, Viewer, "
						+ "ChatId, MessageId, TenantKey, Locale and ZoneId, or add a bean of the type "
						+ "CardActionArgumentResolver");
		String unreadable = FormBinder.findUnreadable(parameter.getType());
		InvalidHandlerException.require(unreadable == null,
				() -> "The library cannot convert JSON to the parameter '" + parameter.getName() + "' of " + this + ": "
						+ unreadable,
				"Use a type that Jackson can create, such as a String, a number, a date or an enum");
	}

	private @Nullable Object resolved(Parameter parameter, Input input) {
		Object value = input.others().get(parameter);
		Assert.state(ClassUtils.isAssignableValue(parameter.getType(), value),
				() -> "The CardActionArgumentResolver of the parameter '" + parameter.getName() + "' of " + this
						+ " returned " + ((value != null) ? "a " + value.getClass().getName() : "nothing") + ", but a "
						+ parameter.getType().getName() + " is expected");
		return value;
	}

	private static TenantKey tenantKey(CardActionEvent event) {
		TenantKey tenantKey = event.tenantKey();
		Assert.state(tenantKey != null, () -> "The click " + event.loggedId() + " has no tenant_key");
		return tenantKey;
	}

	private Locale locale(CardActionEvent event) {
		Locale locale = event.locale();
		return (locale != null) ? locale : this.setting.defaultLocale();
	}

	private static ZoneId zone(CardActionEvent event) {
		ZoneId zone = event.zone();
		return (zone != null) ? zone : ZoneId.systemDefault();
	}

	/**
	 * Returns the method of a handler.
	 * @param handler any handler
	 * @return its method; null if the handler is not a method with {@link CardAction}
	 */
	public static @Nullable CardMethod of(CardActionHandler handler) {
		return (handler instanceof CardActionMethod method) ? method.method() : null;
	}

	/**
	 * Returns the name of the bean with the method.
	 * @return name of a bean
	 */
	public String beanName() {
		return this.beanName;
	}

	/**
	 * Returns the method in the source of the application.
	 * @return the method with its annotations and generic types
	 */
	public Method declared() {
		return this.declared;
	}

	/**
	 * Returns the parameters whose arguments the caller gives.
	 * @return records in their order; empty for a handler
	 */
	public List<Parameter> given() {
		return Collections.unmodifiableList(this.given);
	}

	/**
	 * Returns the failure that the method receives.
	 * @return type of the parameter; null if there is none
	 */
	public @Nullable Class<? extends Throwable> failure() {
		return this.failure;
	}

	/** Returns the actions that a parameter stands for; null if there is none. */
	@Nullable ActionRecords records() {
		return this.records;
	}

	/** Returns the simple names of the records that receive the form. */
	List<String> forms() {
		return Arrays.stream(this.declared.getParameters())
			.filter((parameter) -> isBound(parameter) && !parameter.isAnnotationPresent(ActionValue.class)
					&& !this.resolvers.containsKey(parameter))
			.map((parameter) -> parameter.getType().getSimpleName())
			.toList();
	}

	/**
	 * Calls the method on a thread for handlers.
	 * @param event the click
	 * @param failure argument of the type {@link #failure()}; null without such a
	 * parameter
	 * @return the reply; empty if the method returns none
	 */
	public Mono<CardActionReply> call(CardActionEvent event, @Nullable Throwable failure) {
		return result(event, failure, Map.of()).map(CardMethod::reply);
	}

	/**
	 * Calls the method on a thread for handlers, with records of the caller.
	 * @param event the click
	 * @param records arguments of the parameters {@link #given()}
	 * @return what the method returns; empty if it returns nothing
	 */
	public Mono<Object> result(CardActionEvent event, Map<Parameter, Object> records) {
		return result(event, null, records);
	}

	/**
	 * Calls the method on the thread of the subscriber, without a click.
	 * @param records arguments of the parameters {@link #given()}, which are all
	 * parameters of the method
	 * @return what the method returns; empty if it returns nothing
	 */
	public Mono<Object> result(Map<Parameter, Object> records) {
		return returned(new Input(null, null, records), Schedulers.immediate());
	}

	private Mono<Object> result(CardActionEvent event, @Nullable Throwable failure, Map<Parameter, Object> records) {
		Scheduler scheduler = this.setting.scheduler();
		Mono<Object> returned = this.resolvers.isEmpty() ? returned(new Input(event, failure, records), scheduler)
				: resolve(event).flatMap((resolved) -> {
					resolved.putAll(records);
					return returned(new Input(event, failure, resolved), scheduler);
				});
		return returned.onErrorMap(RejectedExecutionException.class, WorkRefusedException::noThread);
	}

	private Mono<Object> returned(Input input, Scheduler scheduler) {
		// A method that returns a Mono may block by mistake, which would delay other
		// clicks.
		return (this.reactive || this.suspending)
				? ApplicationCall.<Object>defer(() -> monoOf(input)).subscribeOn(scheduler)
				: ApplicationCall.<Object>call(() -> invoke(input), scheduler);
	}

	private Mono<Map<Parameter, Object>> resolve(CardActionEvent event) {
		return Flux.fromIterable(this.resolvers.entrySet())
			.concatMap((entry) -> resolve(event, entry.getKey(), entry.getValue())
				.map((argument) -> Map.entry(entry.getKey(), argument)))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	private Mono<Object> resolve(CardActionEvent event, Parameter parameter, CardActionArgumentResolver resolver) {
		return ApplicationCall.<Object>call(() -> resolver.resolve(event, parameter), this.setting.scheduler())
			.flatMap((argument) -> (argument instanceof Mono<?> mono) ? ApplicationCall.<Object>defer(() -> mono)
					: Mono.just(argument));
	}

	private Mono<?> monoOf(Input input) {
		return this.suspending ? SuspendCall.of(this.method, this.bean.get(), arguments(input))
				: Objects.requireNonNull((Mono<?>) invoke(input), "The method must return a Mono, but returned null");
	}

	private @Nullable Object[] arguments(Input input) {
		return this.arguments.stream().map((argument) -> argument.of(input)).toArray();
	}

	private @Nullable Object invoke(Input input) {
		@Nullable Object[] arguments = arguments(input);
		try {
			return this.method.invoke(this.bean.get(), arguments);
		}
		catch (InvocationTargetException ex) {
			throw ThrownError.of(ex.getTargetException());
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static CardActionReply reply(Object returned) {
		return (returned instanceof CardContent card) ? CardActionReply.card(card) : (CardActionReply) returned;
	}

	@Override
	public String toString() {
		return this.declared.getDeclaringClass().getName() + "." + this.declared.getName();
	}

	/**
	 * What all methods share.
	 *
	 * @param scheduler scheduler that runs methods and resolvers, which may block
	 * @param validator validator of the records that methods receive
	 * @param defaultLocale language of clicks without a language
	 * @param resolvers sources of arguments of the application's own types
	 * @param givesRecords whether the caller of the methods gives their records and
	 * checks their results; false for handlers
	 */
	record Setting(Scheduler scheduler, FormValidator validator, Locale defaultLocale,
			List<CardActionArgumentResolver> resolvers, boolean givesRecords) {

		Setting givingRecords() {
			return new Setting(this.scheduler, this.validator, this.defaultLocale, this.resolvers, true);
		}

	}

	/**
	 * Source of one argument.
	 */
	private interface Argument {

		@Nullable Object of(Input input);

	}

	/**
	 * What arguments are made from.
	 *
	 * @param click the click; null if there is none
	 * @param failure failure of the handler; null for a handler
	 * @param others arguments from resolvers and from the caller
	 */
	private record Input(@Nullable CardActionEvent click, @Nullable Throwable failure, Map<Parameter, Object> others) {

		CardActionEvent event() {
			return Objects.requireNonNull(this.click, "There is no click");
		}

	}

}
