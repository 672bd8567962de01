# SPDX-FileCopyrightText: 2026 The PlexiChat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Language level, warnings and sanitizers. Targets get them by linking plexi_options (see Targets.cmake).

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

find_program(PLEXI_CCACHE ccache)
if(PLEXI_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # The settings that let precompiled headers hit the cache, and let build directories share it.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${PLEXI_CCACHE})
endif()

# A hundred tests are linked, each in a tenth of the time that GNU ld takes.
find_program(PLEXI_MOLD mold)
if(PLEXI_MOLD AND NOT APPLE AND NOT WIN32)
  add_link_options(-fuse-ld=mold)
endif()

add_library(plexi_options INTERFACE)
target_compile_options(plexi_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(plexi_options INTERFACE -fpch-preprocess)
  # Warns of an anonymous namespace's types in coroutine frames, where the file is not the one that is compiled itself.
  if(CMAKE_UNITY_BUILD)
    target_compile_options(plexi_options INTERFACE -Wno-subobject-linkage)
  endif()
endif()
target_compile_definitions(
  plexi_options
  INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
            QT_NO_CONTEXTLESS_CONNECT QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS
            QT_DISABLE_DEPRECATED_UP_TO=0x060800)

# Qt 6.8's QTRY_… macros narrow a chrono count to int inside the test's own code.
add_library(plexi_test_options INTERFACE)
target_compile_options(plexi_test_options INTERFACE -Wno-conversion)

if(PLEXI_SANITIZE STREQUAL "address")
  target_compile_options(plexi_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all
                                                 -fno-omit-frame-pointer)
  target_link_options(plexi_options INTERFACE -fsanitize=address,undefined)
elseif(PLEXI_SANITIZE STREQUAL "thread")
  target_compile_options(plexi_options INTERFACE -fsanitize=thread -fno-omit-frame-pointer)
  target_link_options(plexi_options INTERFACE -fsanitize=thread)
elseif(PLEXI_SANITIZE)
  message(FATAL_ERROR "PLEXI_SANITIZE is '${PLEXI_SANITIZE}': use address or thread, or leave it empty")
endif()
