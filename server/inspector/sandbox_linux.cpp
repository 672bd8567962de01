// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/inspector/sandbox.h"

#include <QFile>

#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

#include <sched.h>

using namespace Qt::StringLiterals;

namespace plexi::inspector {

namespace {

/** What decoding takes: memory, threads of its own, time, and the pipes. Everything else answers EPERM. */
constexpr std::array kAllowed = {
    SCMP_SYS(read),
    SCMP_SYS(write),
    SCMP_SYS(readv),
    SCMP_SYS(writev),
    SCMP_SYS(close),
    SCMP_SYS(fstat),
    SCMP_SYS(lseek),
    SCMP_SYS(brk),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(futex),
    SCMP_SYS(eventfd2),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(getrandom),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
};

bool limit(decltype(RLIMIT_AS) resource, rlim_t value)
{
    const rlimit both{value, value};
    return setrlimit(resource, &both) == 0;
}

/** Bytes of address space that the process has; proc_pid_statm(5). */
[[maybe_unused]] rlim_t ownMemory()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const qint64 pages = file.readAll().split(' ').first().toLongLong();
    return static_cast<rlim_t>(pages) * static_cast<rlim_t>(sysconf(_SC_PAGESIZE));
}

bool limitResources(const Limits &limits)
{
#if defined(__SANITIZE_ADDRESS__)
    // AddressSanitizer's shadow alone is larger than any limit.
    const bool isBounded = limits.memory > 0;
#else
    const bool isBounded = limit(RLIMIT_AS, ownMemory() + limits.memory);
#endif
    return isBounded && limit(RLIMIT_CPU, static_cast<rlim_t>(limits.seconds)) && limit(RLIMIT_CORE, 0);
}

bool filterCalls()
{
    using Filter = std::unique_ptr<void, decltype(&seccomp_release)>;
    const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)), &seccomp_release);
    if (!filter)
        return false;
    bool isComplete = true;
    const auto allow = [&](int call, std::initializer_list<scmp_arg_cmp> conditions = {}) {
        isComplete = seccomp_rule_add_array(filter.get(), SCMP_ACT_ALLOW, call,
                                            static_cast<unsigned>(conditions.size()), conditions.begin())
                == 0
            && isComplete;
    };
    for (const int call : kAllowed)
        allow(call);
    // Memory that is not executable, and threads but no processes. The C library asks clone3() first, whose flags no
    // filter can see, and takes clone() where there is none.
    constexpr scmp_datum_t kExecutable = 4;
    allow(SCMP_SYS(mmap), {SCMP_A2_64(SCMP_CMP_MASKED_EQ, kExecutable, 0)});
    allow(SCMP_SYS(mprotect), {SCMP_A2_64(SCMP_CMP_MASKED_EQ, kExecutable, 0)});
    allow(SCMP_SYS(clone), {SCMP_A0_64(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD)});
    allow(SCMP_SYS(prctl), {SCMP_A0_64(SCMP_CMP_EQ, PR_SET_NAME)});
    const bool refused = seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
    return isComplete && refused && seccomp_load(filter.get()) == 0;
}

} // namespace

bool enterSandbox(const Limits &limits, QString *error)
{
    const auto failed = [error](QLatin1StringView what) {
        *error = u"%1: %2"_s.arg(what, QString::fromLocal8Bit(std::strerror(errno)));
        return false;
    };
    if (close_range(3, ~0U, 0) != 0)
        return failed("close_range"_L1);
    if (!limitResources(limits))
        return failed("setrlimit"_L1);
    if (prctl(PR_SET_DUMPABLE, 0) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return failed("prctl"_L1);
    if (!filterCalls())
        return failed("seccomp"_L1);
    return true;
}

} // namespace plexi::inspector
