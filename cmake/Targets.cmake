# SPDX-FileCopyrightText: 2026 The PlexiChat authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# plexi_layer(NAME SOURCES … [PUBLIC lib…] [PRIVATE lib…] [AUTOMOC])
#   A static library for the folder it is called in. Includes are written from the repository's root
#   ("server/store/database.h"), but a target sees only the folders of the layers it links: each layer's include directory
#   holds one link to its folder and nothing else, so an include of a layer that is not linked does not build. AUTOMOC is for
#   layers with a Q_OBJECT: it starts CMake and compiles a file at every build of the layer.
# plexi_test(NAME SOURCES … [LIBS lib…] [LABELS …] [TIMEOUT seconds] [ENVIRONMENT …])
#   One Qt Test executable, known to ctest.

function(plexi_layer name)
  cmake_parse_arguments(arg "AUTOMOC" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(${name} STATIC ${arg_SOURCES})
  plexi_include_root(${name} ${name} PUBLIC)
  target_link_libraries(${name} PUBLIC Qt6::Core ${arg_PUBLIC} PRIVATE plexi_options ${arg_PRIVATE})
  set_target_properties(${name} PROPERTIES AUTOMOC ${arg_AUTOMOC})
  plexi_precompile(${name})
endfunction()

# Gives target NAME an include directory that shows the current folder, under its path from the repository's root.
function(plexi_include_root name key scope)
  file(RELATIVE_PATH folder ${CMAKE_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  set(root ${CMAKE_BINARY_DIR}/include/${key})
  get_filename_component(parent ${root}/${folder} DIRECTORY)
  file(MAKE_DIRECTORY ${parent})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${root}/${folder} SYMBOLIC)
  target_include_directories(${name} ${scope} ${root})
endfunction()

# Qt's and the standard library's headers that nearly every file includes. Making the precompiled header takes as long as
# ten files do, so there is one for everything; GCC wants the same code generation of whoever uses it.
file(WRITE ${CMAKE_BINARY_DIR}/generated/precompiled.cpp "")
add_library(plexi_precompiled OBJECT ${CMAKE_BINARY_DIR}/generated/precompiled.cpp)
target_link_libraries(plexi_precompiled PRIVATE Qt6::Core plexi_options)
target_precompile_headers(
  plexi_precompiled
  PRIVATE
  <QtCore/QtCore>
  <algorithm>
  <expected>
  <functional>
  <memory>
  <optional>
  <string_view>
  <utility>
  <variant>
  <vector>)

function(plexi_precompile name)
  target_compile_options(${name} PRIVATE -fPIC)
  target_precompile_headers(${name} REUSE_FROM plexi_precompiled)
endfunction()

# Each NAME_test.cpp includes NAME_test.moc. AUTOMOC would make that too, but with a start of CMake and the compilation of an
# empty file for each test; it is left to those with a Q_OBJECT in a header of theirs.
function(plexi_moc_test name)
  if("${ARGN}" MATCHES "\\.h(;|$)")
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    return()
  endif()
  set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/moc/${name})
  foreach(source IN LISTS ARGN)
    if(source MATCHES "_test\\.cpp$")
      cmake_path(GET source STEM stem)
      qt_generate_moc(${source} ${folder}/${stem}.moc TARGET ${name})
      target_sources(${name} PRIVATE ${folder}/${stem}.moc)
    endif()
  endforeach()
  target_include_directories(${name} PRIVATE ${folder})
endfunction()

function(plexi_test name)
  cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LIBS;LABELS;ENVIRONMENT" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  plexi_include_root(${name} ${name} PRIVATE)
  target_link_libraries(${name} PRIVATE Qt6::Test plexi_options plexi_test_options ${arg_LIBS})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests UNITY_BUILD OFF)
  plexi_moc_test(${name} ${arg_SOURCES})
  plexi_precompile(${name})
  add_test(NAME ${name} COMMAND ${name})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  # Qt Test has a limit of its own for a function, which a slow machine must not meet before the test's.
  math(EXPR milliseconds "${arg_TIMEOUT} * 1000")
  set(test_variables QT_QPA_PLATFORM=offscreen QT_FORCE_STDERR_LOGGING=1 QTEST_FUNCTION_TIMEOUT=${milliseconds})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}" ENVIRONMENT
                                          "${test_variables};${arg_ENVIRONMENT}")
endfunction()
