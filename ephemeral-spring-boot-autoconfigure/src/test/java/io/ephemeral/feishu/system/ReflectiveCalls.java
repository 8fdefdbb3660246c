package io.ephemeral.feishu.system;

import java.lang.reflect.Member;
import java.security.CodeSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.agent.HintType;
import org.springframework.aot.agent.RecordedInvocation;
import org.springframework.aot.agent.RecordedInvocationsListener;
import org.springframework.aot.agent.RecordedInvocationsPublisher;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.core.MethodIntrospector;
import org.springframework.util.ClassUtils;

/**
 * Reflective calls that Spring's agent records. These count, because they need a hint of
 * the library or of the application:
 * <ul>
 * <li>calls of the library, except on types of the JDK, beans of Spring and annotations
 * <li>calls of Jackson, Bean Validation and other libraries on types of the library and
 * of the application
 * <li>resources of the library and of the application
 * </ul>
 * Spring replaces its own calls on beans by generated code, and a search for annotated
 * methods of beans finds those that their annotations register. The other libraries have
 * hints for their own types.
 */
@SuppressWarnings("removal")
final class ReflectiveCalls implements RecordedInvocationsListener {

	private static final String OURS = "io.ephemeral.";

	/** Classes that call for their caller. */
	private static final List<String> TOOLS = List.of("java.", "jdk.", "org.springframework.util.",
			"org.springframework.core.", "org.springframework.beans.BeanUtils", "org.springframework.aop.support.");

	private final AtomicInteger seen = new AtomicInteger();

	private final AtomicInteger counted = new AtomicInteger();

	private final Map<String, RecordedInvocation> different = new ConcurrentHashMap<>();

	private final Map<String, Boolean> inLibrary = new ConcurrentHashMap<>();

	/** Records all calls, on all threads. */
	static ReflectiveCalls during(Runnable action) {
		ReflectiveCalls calls = new ReflectiveCalls();
		RecordedInvocationsPublisher.addListener(calls);
		action.run();
		RecordedInvocationsPublisher.removeListener(calls);
		return calls;
	}

	int seen() {
		return this.seen.get();
	}

	int counted() {
		return this.counted.get();
	}

	/** Describes the calls that count, each once, in alphabetical order. */
	List<String> without(RuntimeHints hints) {
		return new TreeMap<>(this.different).entrySet()
			.stream()
			.filter((call) -> !call.getValue().matches(hints))
			.map(Map.Entry::getKey)
			.toList();
	}

	@Override
	public void onInvocation(RecordedInvocation call) {
		this.seen.incrementAndGet();
		String caller = callerOf(call);
		if (exists(call) && counts(call, caller)) {
			this.counted.incrementAndGet();
			this.different.putIfAbsent(call.getMethodReference() + " on " + subjectOf(call) + " by " + caller, call);
		}
	}

	private static String callerOf(RecordedInvocation call) {
		return call.getStackFrames()
			.map(StackWalker.StackFrame::getClassName)
			.filter((name) -> TOOLS.stream().noneMatch(name::startsWith))
			.findFirst()
			.orElse("");
	}

	/** A search without a result, in a lambda or in a folder needs no hint. */
	private static boolean exists(RecordedInvocation call) {
		Class<?> type = typeOf(call);
		if ((type != null && type.getCanonicalName() == null) || (isResource(call) && subjectOf(call).endsWith("/"))) {
			return false;
		}
		return call.getReturnValue() != null || (!call.isStatic() && call.getInstance() instanceof Member);
	}

	private boolean counts(RecordedInvocation call, String caller) {
		String subject = subjectOf(call);
		if (isResource(call)) {
			return isInLibrary(caller) || ((subject.startsWith("io/ephemeral/") || subject.startsWith("cards/"))
					&& !subject.endsWith(ClassUtils.CLASS_FILE_SUFFIX));
		}
		if (isInLibrary(caller)) {
			return !isSearchOfMethods(call) && !subject.startsWith("java.")
					&& !subject.startsWith("org.springframework.") && !isAnnotation(call);
		}
		return subject.startsWith(OURS) && !caller.startsWith(OURS) && !caller.startsWith("org.springframework.");
	}

	private static boolean isSearchOfMethods(RecordedInvocation call) {
		return call.getStackFrames()
			.limit(20)
			.anyMatch((frame) -> frame.getClassName().equals(MethodIntrospector.class.getName()));
	}

	private static boolean isResource(RecordedInvocation call) {
		return call.getHintType() == HintType.RESOURCE_PATTERN || call.getHintType() == HintType.RESOURCE_BUNDLE;
	}

	private static boolean isAnnotation(RecordedInvocation call) {
		Class<?> type = typeOf(call);
		return type != null && type.isAnnotation();
	}

	/** Returns the type whose members are searched or called; null for other calls. */
	private static @Nullable Class<?> typeOf(RecordedInvocation call) {
		Object found = call.getReturnValue();
		Object instance = call.isStatic() ? null : call.getInstance();
		if ((found instanceof Member ? found : instance) instanceof Member member) {
			return member.getDeclaringClass();
		}
		return (instance instanceof Class<?> type && !isResource(call)) ? type : null;
	}

	/** Returns the name of the type or of the resource. */
	private static String subjectOf(RecordedInvocation call) {
		Class<?> type = typeOf(call);
		if (type != null) {
			return type.getName();
		}
		if (call.getHintType() == HintType.JDK_PROXIES) {
			Class<?>[] interfaces = call.getArgument(1);
			return interfaces[0].getName();
		}
		String name = call.getArgument(0);
		boolean besideClass = !call.isStatic() && call.getInstance() instanceof Class<?> && !name.startsWith("/");
		return besideClass ? ClassUtils.addResourcePathToPackagePath(call.getInstance(), name) : name;
	}

	/**
	 * Returns whether a class belongs to the library, and is not a test. It uses no class
	 * whose calls are recorded.
	 */
	private boolean isInLibrary(String type) {
		if (!type.startsWith(OURS)) {
			return false;
		}
		Boolean known = this.inLibrary.get(type);
		if (known == null) {
			known = !String.valueOf(locationOf(type)).contains("test-classes");
			this.inLibrary.put(type, known);
		}
		return known;
	}

	private static @Nullable CodeSource locationOf(String type) {
		try {
			return Class.forName(type, false, ReflectiveCalls.class.getClassLoader())
				.getProtectionDomain()
				.getCodeSource();
		}
		catch (ClassNotFoundException ex) {
			return null;
		}
	}

}
