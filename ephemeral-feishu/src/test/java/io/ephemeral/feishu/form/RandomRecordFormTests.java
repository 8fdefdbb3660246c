package io.ephemeral.feishu.form;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ephemeral.feishu.callback.BeanFormValidator;
import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.CardActionHandlers;
import io.ephemeral.feishu.callback.CardActionMethods;
import io.ephemeral.feishu.card.CardMessages;
import io.ephemeral.feishu.card.CardPreparation;
import io.ephemeral.feishu.card.CardValidation;
import io.ephemeral.feishu.card.CardValidator;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.rule.CardTarget;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Forms of random records with random constraints, from the card to the handler. The
 * validator decides which values are right.
 */
class RandomRecordFormTests {

	private static final RandomRecords RECORDS = RandomRecords.create(Long.getLong("seed", 1));

	private static final LocalValidatorFactoryBean VALIDATOR = validator();

	private final Supplier<Record> handlers = RECORDS.handlers();

	private final CallbackProcessor processor = processor(this.handlers);

	@Property(tries = 300)
	void submitWhenUserFillsInRightValuesThenHandlerGetsTheRecord(@ForAll("records") Class<? extends Record> type,
			@ForAll long seed) {
		Map<RecordComponent, Object> values = rightValues(type, new Random(seed));

		assertThat(submit(RecordForm.of(type), wire(values, new Random(seed)))).isEmpty();
		assertThat(this.handlers.get()).isEqualTo(create(type, values));
	}

	@Property(tries = 300)
	void submitWhenFormIsPrefilledThenHandlerGetsTheSameRecord(@ForAll("records") Class<? extends Record> type,
			@ForAll long seed) {
		Record record = create(type, rightValues(type, new Random(seed)));
		RecordForm<?> form = prefilled(record);

		assertThat(new CardValidator().validate(form, CardTarget.EPHEMERAL)).isEmpty();
		assertThat(submit(form, ShownForm.of(form).values())).isEmpty();
		assertThat(this.handlers.get()).isEqualTo(record);
	}

	@Property(tries = 300)
	void submitWhenConstraintIsBrokenThenMistakeStandsBelowItsField(@ForAll("records") Class<? extends Record> type,
			@ForAll long seed) {
		Random random = new Random(seed);
		Map<RecordComponent, Object> values = rightValues(type, random);
		RecordComponent wrong = anyOf(List.copyOf(values.keySet()), random);
		List<Object> candidates = values(wrong, false);
		Assume.that(!candidates.isEmpty());
		values.put(wrong, anyOf(candidates, random));

		assertMistake(type, wrong, wire(values, random));
	}

	@Property(tries = 300)
	void submitWhenValueIsUnreadableThenMistakeStandsBelowItsField(@ForAll("records") Class<? extends Record> type,
			@ForAll long seed) {
		Random random = new Random(seed);
		Map<RecordComponent, Object> values = rightValues(type, random);
		RecordComponent wrong = anyOf(List.copyOf(values.keySet()), random);
		List<String> candidates = FormValue.unreadable(ResolvableType.forType(wrong.getGenericType()));
		Assume.that(!candidates.isEmpty());

		assertMistake(type, wrong, wire(values, random).put(nameOf(wrong), anyOf(candidates, random)));
	}

	@Property(tries = 100)
	void submitWhenNumberIsAbsentThenMistakeStandsBelowItsField(@ForAll("records") Class<? extends Record> type,
			@ForAll long seed) {
		Random random = new Random(seed);
		Map<RecordComponent, Object> values = rightValues(type, random);
		List<RecordComponent> numbers = values.keySet()
			.stream()
			.filter((component) -> component.getType().isPrimitive() && component.getType() != boolean.class)
			.toList();
		Assume.that(!numbers.isEmpty());
		RecordComponent absent = anyOf(numbers, random);

		assertMistake(type, absent, wire(values, random).put(nameOf(absent), ""));
	}

	private void assertMistake(Class<? extends Record> type, RecordComponent wrong, ObjectNode submitted) {
		Record before = this.handlers.get();

		JsonNode reply = submit(RecordForm.of(type), submitted);

		assertThat(this.handlers.get()).isSameAs(before);
		ShownForm again = new ShownForm(reply.at("/card/data"));
		List<JsonNode> elements = again.elements().toList();
		List<Integer> mistakes = new ArrayList<>();
		for (int index = 0; index < elements.size(); index++) {
			if (elements.get(index).at("/text/text_color").asString("").equals("red")) {
				mistakes.add(index);
			}
		}
		assertThat(mistakes).as(reply.toString()).hasSize(1);
		JsonNode field = elements.get(mistakes.get(0) - 1);
		assertThat(field.path("name").asString("")).isEqualTo(nameOf(wrong));
		assertKeepsTypedTexts(submitted, again);
	}

	private static void assertKeepsTypedTexts(ObjectNode submitted, ShownForm again) {
		again.elements().filter((element) -> element.path("tag").asString("").equals("input")).forEach((input) -> {
			String typed = submitted.path(input.path("name").asString()).asString("");
			assertThat(input.path("default_value").asString("")).isEqualTo(typed);
		});
	}

	/** Submits a form, and returns the reply. */
	private JsonNode submit(RecordForm<?> form, ObjectNode values) {
		ObjectNode click = (ObjectNode) ShownForm.of(form).submit(values).json();
		((ObjectNode) click.path("header")).put("event_id", UUID.randomUUID().toString());
		byte[] body = this.processor.process(click.toString().getBytes(StandardCharsets.UTF_8), Schedulers.immediate())
			.block()
			.body();
		return RawCard.parse(new String(body, StandardCharsets.UTF_8)).json();
	}

	private static Map<RecordComponent, Object> rightValues(Class<? extends Record> type, Random random) {
		Map<RecordComponent, Object> values = new LinkedHashMap<>();
		for (RecordComponent component : type.getRecordComponents()) {
			values.put(component, anyOf(values(component, true), random));
		}
		return values;
	}

	/** Returns the values of a component that the validator accepts or refuses. */
	private static List<Object> values(RecordComponent component, boolean right) {
		List<Object> values = new ArrayList<>(FormValue.of(ResolvableType.forType(component.getGenericType())));
		values.removeIf(
				(value) -> right != VALIDATOR.validateValue(component.getDeclaringRecord(), component.getName(), value)
					.isEmpty());
		return values;
	}

	/**
	 * Returns what a client sends; some clients omit false, or the array around one
	 * value.
	 */
	private static ObjectNode wire(Map<RecordComponent, Object> values, Random random) {
		ObjectNode wire = JsonNodeFactory.instance.objectNode();
		values.forEach((component, value) -> {
			JsonNode sent = FormValue.wire(value);
			boolean omitted = sent.isBoolean() && !sent.asBoolean() && component.getType() == boolean.class;
			if (sent.size() == 1 && random.nextBoolean()) {
				sent = sent.path(0);
			}
			if (!sent.isMissingNode() && !(omitted && random.nextBoolean())) {
				wire.set(nameOf(component), sent);
			}
		});
		return wire;
	}

	private static <T extends Record> T create(Class<T> type, Map<RecordComponent, Object> values) {
		Class<?>[] types = Arrays.stream(type.getRecordComponents())
			.map(RecordComponent::getType)
			.toArray(Class[]::new);
		try {
			return type.getDeclaredConstructor(types).newInstance(values.values().toArray());
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static <T extends Record> RecordForm<T> prefilled(T values) {
		@SuppressWarnings("unchecked")
		Class<T> type = (Class<T>) values.getClass();
		return RecordForm.of(type).values(values);
	}

	private static String nameOf(RecordComponent component) {
		JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
		return (property != null) ? property.value() : component.getName();
	}

	private static <T> T anyOf(List<T> values, Random random) {
		return values.get(random.nextInt(values.size()));
	}

	/** Returns the records that have right values at all. */
	@Provide
	Arbitrary<Class<? extends Record>> records() {
		return Arbitraries.of(RECORDS.types()
			.stream()
			.filter((type) -> Arrays.stream(type.getRecordComponents())
				.noneMatch((component) -> values(component, true).isEmpty()))
			.toList());
	}

	private static LocalValidatorFactoryBean validator() {
		LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean();
		validator.setMessageInterpolator(new ParameterMessageInterpolator());
		validator.setConfigurationInitializer((configuration) -> configuration
			.clockProvider(() -> Clock.fixed(FormValue.NOW.toInstant(), FormValue.ZONE)));
		validator.afterPropertiesSet();
		return validator;
	}

	private static CallbackProcessor processor(Object handlers) {
		GenericApplicationContext context = new GenericApplicationContext();
		context.getBeanFactory().registerSingleton("handlers", handlers);
		context.refresh();
		CardActionMethods methods = new CardActionMethods(context.getBeanFactory(), Schedulers.immediate(),
				new BeanFormValidator(VALIDATOR), Locale.ENGLISH);
		return CallbackProcessor.builder()
			.handlers(new CardActionHandlers(methods.find()))
			.preparation(new CardPreparation(CardMessages.none(), Locale.ENGLISH, CardValidation.FAIL))
			.build();
	}

}
